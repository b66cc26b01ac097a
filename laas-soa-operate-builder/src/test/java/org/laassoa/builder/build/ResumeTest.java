package org.laassoa.builder.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.execution.ExitStatus;
import org.laassoa.builder.execution.ScriptRun;
import org.laassoa.builder.git.Checkout;
import org.laassoa.builder.git.Patience;
import org.laassoa.builder.log.BuildLog;
import org.laassoa.builder.testing.Actions;
import org.laassoa.builder.testing.ScriptedConnection;
import org.laassoa.builder.testing.ScriptedExecutor;
import org.laassoa.builder.workspace.AgentRoot;
import org.laassoa.builder.workspace.WorkspaceLocks;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.PackagingKind;
import org.laassoa.wire.StepName;
import org.laassoa.wire.StepReport;

/** A build whose agent dies, gone on with from what was on the disk at that moment. */
class ResumeTest {

  private static final List<String> SECRETS = List.of("home-pass");
  private static final String PRINTED = "the home-pass, and no line end";
  private static final String MASKED = "the [MASKED], and no line end";

  @TempDir Path folder;
  @TempDir Path crashes;

  private final ScriptedExecutor executor = new ScriptedExecutor();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final StopSignal stop = new StopSignal();
  private final AtomicInteger announced = new AtomicInteger();
  private final List<Crash> seen = new ArrayList<>();
  private Checkpoint latest = Checkpoint.NOTHING;
  private AgentRoot root;
  private Path directory;

  /** What is left when the agent dies at a moment. */
  private record Crash(Checkpoint checkpoint, Path directory) {}

  @BeforeEach
  void prepare() {
    root = new AgentRoot(folder);
    directory = root.attemptDirectory("7", 1);
    executor.on(StepName.COMPILE, this::printInPieces);
  }

  @AfterEach
  void end() {
    timer.shutdownNow();
    root.close();
  }

  @Test
  void whenever_the_agent_dies_the_build_ends_as_it_would_have() throws Exception {
    BuildEnd.Ended whole = run(compiledAndPackaged());
    List<Crash> all = List.copyOf(seen);
    assertThat(all).hasSizeGreaterThan(15);

    for (Crash crash : all) {
      if (crash.checkpoint().begun() == null) {
        continue;
      }
      BuildEnd.Ended end = (BuildEnd.Ended) resume(crash, compiledAndPackaged());

      assertThat(end.outcome()).as(crash.toString()).isEqualTo(new Outcome.Succeeded());
      assertThat(end.images()).as(crash.toString()).isEqualTo(whole.images());
      assertThat(end.steps())
          .as(crash.toString())
          .extracting(StepReport::name)
          .isEqualTo(whole.steps().stream().map(StepReport::name).toList());
      assertThat(end.steps()).extracting(StepReport::state).containsOnly("succeeded");
      assertThat(output(end, "compile")).as(crash.toString()).isEqualTo(MASKED);
      assertThat(log()).contains("==> resumed after the agent was restarted\n");
    }
  }

  @Test
  void a_script_that_has_begun_is_never_begun_again() throws Exception {
    run(compiledAndPackaged());
    executor.begun.clear();

    for (Crash crash : List.copyOf(seen)) {
      if (crash.checkpoint().script() != null) {
        resume(crash, compiledAndPackaged());
      }
    }

    assertThat(executor.begun).isEmpty();
    assertThat(executor.adopted).isNotEmpty();
  }

  @Test
  void files_with_secrets_that_a_crash_has_left_are_gone_when_the_script_is() throws Exception {
    run(compiledAndPackaged());

    for (Crash crash : List.copyOf(seen)) {
      if (crash.checkpoint().script() != null) {
        Path left = Files.createDirectories(directory.resolve("secrets"));
        Files.writeString(left.resolve("KEY"), "key-pass");
        resume(crash, compiledAndPackaged());

        assertThat(left).as(crash.toString()).doesNotExist();
      }
    }
  }

  @Test
  void a_step_that_must_not_run_twice_is_announced_again_unless_its_script_has_begun()
      throws Exception {
    run(Actions.compiledOnce("7"));
    Crash before =
        seen.stream()
            .filter(crash -> "compile".equals(lastStep(crash)))
            .filter(crash -> crash.checkpoint().script() == null)
            .findFirst()
            .orElseThrow();
    Crash after = inScript();
    announced.set(0);

    resume(before, Actions.compiledOnce("7"));
    int atItsBeginning = announced.get();
    resume(after, Actions.compiledOnce("7"));

    assertThat(atItsBeginning).isEqualTo(1);
    assertThat(announced).hasValue(1);
  }

  @Test
  void steps_that_had_ended_are_not_gone_through_again() throws Exception {
    run(compiledAndPackaged());
    Crash pushing =
        seen.stream().filter(crash -> "push".equals(lastStep(crash))).findFirst().orElseThrow();
    executor.imagesBuilt.clear();

    BuildEnd.Ended end = (BuildEnd.Ended) resume(pushing, compiledAndPackaged());

    assertThat(executor.imagesBuilt).isEmpty();
    assertThat(executor.adopted).isEmpty();
    assertThat(end.images()).extracting(ImageReport::digest).doesNotContainNull();
  }

  @Test
  void an_exit_code_that_was_seen_is_kept() throws Exception {
    executor.on(StepName.COMPILE, ScriptedExecutor.prints("broken\n", 2));
    run(Actions.compileOnly("7"));
    Crash exited =
        seen.stream()
            .filter(crash -> crash.checkpoint().script() != null)
            .filter(crash -> crash.checkpoint().script().exit() != null)
            .findFirst()
            .orElseThrow();
    executor.on(StepName.COMPILE, ScriptedExecutor.prints("not asked\n", 0));

    BuildEnd.Ended end = (BuildEnd.Ended) resume(exited, Actions.compileOnly("7"));

    assertThat(end.outcome()).isEqualTo(new Outcome.ScriptFailed("compile", 2));
    assertThat(output(end, "compile")).isEqualTo("broken\n");
  }

  @Test
  void a_script_that_ended_nobody_knows_how_is_let_go_of() throws Exception {
    run(Actions.compileOnly("7"));
    Crash running = inScript();
    executor.on(StepName.COMPILE, (run, output) -> new ExitStatus.Unknown());

    BuildEnd end = resume(running, Actions.compileOnly("7"));

    assertThat(end).isEqualTo(new BuildEnd.LetGo(StopReason.LOST));
  }

  @Test
  void a_stop_that_was_under_way_is_still_what_ended_the_build() throws Exception {
    executor.on(
        StepName.COMPILE,
        (run, output) -> {
          stop.stop(StopReason.CANCELLED);
          throw new InterruptedException();
        });
    run(Actions.compileOnly("7"));
    Crash stopping =
        seen.stream()
            .filter(crash -> crash.checkpoint().stopped() != null)
            .findFirst()
            .orElseThrow();
    executor.on(StepName.COMPILE, ScriptedExecutor.prints("killed\n", 143));

    BuildEnd.Ended end =
        (BuildEnd.Ended) resume(stopping, Actions.compileOnly("7"), new StopSignal());

    assertThat(end.outcome()).isEqualTo(new Outcome.Cancelled("compile"));
  }

  @Test
  void the_time_limit_goes_on_from_the_beginning() throws Exception {
    run(Actions.limited("7", 3600));
    Crash running = inScript();
    Checkpoint long_ago = begun(running.checkpoint(), Instant.now().minusSeconds(3600));
    executor.on(StepName.COMPILE, executor.hangs(""));

    BuildEnd.Ended end =
        (BuildEnd.Ended)
            resume(new Crash(long_ago, running.directory()), Actions.limited("7", 3600));

    assertThat(end.outcome()).isEqualTo(new Outcome.TimedOut("compile", 3600));
  }

  @Test
  void a_log_that_is_damaged_fails_the_build() throws Exception {
    run(Actions.compileOnly("7"));
    Crash running = inScript();
    Path log = running.directory().resolve("log");
    Files.writeString(log, Files.readString(log).replace("the ", "THE "));

    BuildEnd.Ended end = (BuildEnd.Ended) resume(running, Actions.compileOnly("7"));

    assertThat(end.outcome()).isInstanceOf(Outcome.InfrastructureFailed.class);
  }

  @Test
  void what_is_noted_holds_no_secret() throws Exception {
    run(compiledAndPackaged());

    assertThat(seen)
        .allSatisfy(
            crash ->
                assertThat(crash.checkpoint().toString())
                    .doesNotContain("home-pass", "push-pass", "param-pass"));
  }

  /** Prints a secret in two pieces, the agent dying in between as well. */
  private ExitStatus printInPieces(ScriptRun run, Object output) {
    int printed = (int) run.rawOutput().toFile().length();
    if (printed == 0) {
      ScriptedExecutor.print(run, "the home-p");
      await().until(() -> log().endsWith("the "));
      crash();
      printed = 10;
    }
    ScriptedExecutor.print(run, PRINTED.substring(printed));
    return new ExitStatus.Exited(0);
  }

  private Crash inScript() {
    return seen.stream()
        .filter(crash -> crash.checkpoint().script() != null)
        .filter(crash -> Files.exists(crash.directory().resolve("compile.raw")))
        .filter(crash -> crash.directory().resolve("compile.raw").toFile().length() == 10)
        .findFirst()
        .orElseThrow();
  }

  private static String lastStep(Crash crash) {
    List<StepReport> steps = crash.checkpoint().steps();
    return steps.isEmpty() ? null : steps.getLast().name();
  }

  private static Checkpoint begun(Checkpoint checkpoint, Instant at) {
    return new Checkpoint(
        new Checkpoint.Begun(checkpoint.begun().workspace(), at),
        checkpoint.steps(),
        checkpoint.script(),
        checkpoint.commit(),
        checkpoint.images(),
        checkpoint.stopped(),
        checkpoint.outcome());
  }

  private BuildEnd.Ended run(BuildData action) {
    try (BuildLog log = BuildLog.open(directory.resolve("log"), SECRETS)) {
      Progress progress = new Progress(Clock.systemUTC(), Checkpoint.NOTHING, this::note);
      return (BuildEnd.Ended) runner().run(new Attempt(action, 1, directory, log, progress, stop));
    }
  }

  private BuildEnd resume(Crash crash, BuildData action) throws IOException {
    return resume(crash, action, stop);
  }

  private BuildEnd resume(Crash crash, BuildData action, StopSignal signal) throws IOException {
    copy(crash.directory(), directory);
    try (BuildLog log = BuildLog.open(directory.resolve("log"), SECRETS)) {
      Progress progress = new Progress(Clock.systemUTC(), crash.checkpoint(), note -> {});
      return runner().resume(new Attempt(action, 1, directory, log, progress, signal), () -> {});
    }
  }

  private BuildRunner runner() {
    return new BuildRunner(
        new BuildTools(
            root,
            new WorkspaceLocks(),
            new Checkout(Patience.NONE),
            executor,
            new ScriptedConnection(),
            timer,
            announced::incrementAndGet));
  }

  private void note(Checkpoint checkpoint) {
    latest = checkpoint;
    crash();
  }

  private void crash() {
    try {
      Path copy = crashes.resolve("" + seen.size());
      copy(directory, copy);
      seen.add(new Crash(latest, copy));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> old = Files.list(to)) {
      for (Path file : old.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static BuildData compiledAndPackaged() {
    return Actions.of(
        "7",
        null,
        null,
        "compile.sh",
        Actions.packaging(PackagingKind.DOCKERFILE, "Dockerfile"),
        Actions.REGISTRY,
        3600);
  }

  private String output(BuildEnd.Ended end, String step) throws IOException {
    StepReport report =
        end.steps().stream().filter(one -> one.name().equals(step)).findFirst().orElseThrow();
    return log().substring(report.logFrom().intValue(), report.logTo().intValue());
  }

  private String log() throws IOException {
    return Files.readString(directory.resolve("log"), StandardCharsets.UTF_8);
  }
}
