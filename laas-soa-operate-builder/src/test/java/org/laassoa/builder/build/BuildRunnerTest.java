package org.laassoa.builder.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.ExitStatus;
import org.laassoa.builder.git.Checkout;
import org.laassoa.builder.git.Patience;
import org.laassoa.builder.log.BuildLog;
import org.laassoa.builder.server.ServerFailure.RequestRefused;
import org.laassoa.builder.server.ServerFailure.ServerUnreachable;
import org.laassoa.builder.testing.Actions;
import org.laassoa.builder.testing.ScriptedConnection;
import org.laassoa.builder.testing.ScriptedExecutor;
import org.laassoa.builder.workspace.AgentRoot;
import org.laassoa.builder.workspace.WorkspaceLocks;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.PackagingKind;
import org.laassoa.wire.Source;
import org.laassoa.wire.StepName;
import org.laassoa.wire.StepReport;

class BuildRunnerTest {

  @TempDir Path folder;

  private final ScriptedExecutor executor = new ScriptedExecutor();
  private final ScriptedConnection server = new ScriptedConnection();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final StopSignal stop = new StopSignal();
  private Announcement announcement = () -> {};
  private AgentRoot root;

  @BeforeEach
  void prepare() {
    root = new AgentRoot(folder);
  }

  @AfterEach
  void end() {
    timer.shutdownNow();
    root.close();
  }

  @Test
  void every_step_is_reported_in_its_order() throws Exception {
    BuildEnd.Ended end = run(compiledAndPackaged());

    assertThat(end.outcome()).isEqualTo(new Outcome.Succeeded());
    assertThat(end.steps())
        .extracting(StepReport::name)
        .containsExactly("scripts", "image", "compile", "package", "push");
    assertThat(end.steps()).extracting(StepReport::state).containsOnly("succeeded");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void the_file_of_a_secret_is_there_while_the_script_runs_and_not_after(int exitCode) {
    List<String> seen = new ArrayList<>();
    executor.on(
        StepName.COMPILE,
        (run, output) -> {
          seen.add(read(run.secretFiles().folder().resolve("KEY")));
          assertThat(run.secretFiles().folder().startsWith(run.workspace().directory())).isFalse();
          assertThat(run.variables()).containsEntry("TOKEN", "token-pass");
          return new ExitStatus.Exited(exitCode);
        });

    run(Actions.withSecrets(Actions.compileOnly("7"), "token-pass", "key-pass"));

    assertThat(seen).containsExactly("key-pass");
    assertThat(root.attemptDirectory("7", 1).resolve("secrets")).doesNotExist();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_range_of_a_script_holds_exactly_what_it_printed() throws Exception {
    executor.on(
        StepName.COMPILE,
        (run, output) -> {
          output.line("said by the executor");
          ScriptedExecutor.print(run, "no line end");
          return new ExitStatus.Exited(0);
        });

    BuildEnd.Ended end = run(Actions.compileOnly("7"));

    StepReport compile = end.steps().getLast();
    assertThat(log().substring(compile.logFrom().intValue(), compile.logTo().intValue()))
        .isEqualTo("no line end");
    assertThat(log()).endsWith("no line end\nsaid by the executor\n==> succeeded\n");
  }

  @Test
  void an_image_is_reported_with_the_digest_of_its_push() throws Exception {
    BuildEnd.Ended end = run(compiledAndPackaged());

    assertThat(end.images())
        .containsExactly(
            new ImageReport(
                "registry.example:5000/hello-main:7_202611221000",
                "sha256:" + "1".repeat(64),
                "sha256:" + "2".repeat(64)));
    assertThat(executor.imagesBuilt.getFirst().buildArgs()).containsEntry("TAG", "hello");
  }

  @Test
  void a_parent_image_needs_no_source_and_no_script() throws Exception {
    BuildEnd.Ended end = run(Actions.parentImage("7"));

    assertThat(end.steps()).extracting(StepReport::name).containsExactly("scripts", "package");
    assertThat(executor.begun).isEmpty();
  }

  @Test
  void a_trusted_script_gets_the_engine_and_the_password_and_no_other_does() throws Exception {
    BuildData action =
        Actions.of(
            "7",
            null,
            null,
            "compile.sh",
            Actions.packaging(PackagingKind.SCRIPT, "package.sh"),
            Actions.REGISTRY,
            3600);

    run(action);

    var compile = executor.begun.remove();
    assertThat(compile.engineAccess()).isFalse();
    assertThat(compile.variables()).doesNotContainKey("CI_REGISTRY_PASSWORD");
    var packaging = executor.begun.remove();
    assertThat(packaging.engineAccess()).isTrue();
    assertThat(packaging.variables()).containsEntry("CI_REGISTRY_PASSWORD", "push-pass");
  }

  @Test
  void an_exit_code_ends_the_build_there() throws Exception {
    executor.on(StepName.COMPILE, ScriptedExecutor.prints("broken\n", 2));

    BuildEnd.Ended end = run(compiledAndPackaged());

    assertThat(end.outcome()).isEqualTo(new Outcome.ScriptFailed("compile", 2));
    assertThat(end.steps().getLast().state()).isEqualTo("failed");
    assertThat(log()).endsWith("broken\n==> compile: the script ended with exit code 2\n");
  }

  @Test
  void out_of_memory_is_told_with_the_limit() throws Exception {
    executor.on(StepName.COMPILE, (run, output) -> new ExitStatus.OutOfMemory());

    assertThat(run(Actions.compileOnly("7")).outcome())
        .isEqualTo(new Outcome.OutOfMemory("compile", 1024L));
  }

  @Test
  void a_build_is_stopped_at_its_time_limit() throws Exception {
    executor.on(StepName.COMPILE, executor.hangs("begun\n"));

    BuildEnd.Ended end = run(Actions.limited("7", 1));

    assertThat(end.outcome()).isEqualTo(new Outcome.TimedOut("compile", 1));
    assertThat(log()).endsWith("begun\n==> compile: the time limit of 1 s was reached\n");
  }

  @Test
  void whoever_stops_a_build_first_is_told() throws Exception {
    executor.on(
        StepName.COMPILE,
        (run, output) -> {
          stop.stop(StopReason.CANCELLED);
          stop.stop(StopReason.TIME_LIMIT);
          throw BuildFailure.infrastructure(
              StepName.COMPILE, FailureReason.ENGINE_GONE, "the connection broke");
        });

    assertThat(run(Actions.compileOnly("7")).outcome()).isEqualTo(new Outcome.Cancelled("compile"));
  }

  @Test
  void a_build_that_prints_more_than_a_log_may_have_fails_for_that() throws Exception {
    executor.on(
        StepName.COMPILE,
        (run, output) -> {
          stop.stop(StopReason.LOG_LIMIT);
          throw new InterruptedException("stopped");
        });

    Outcome outcome = run(Actions.compileOnly("7")).outcome();

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.InputFailed.class,
            failed -> assertThat(failed.reason()).isEqualTo(FailureReason.LOG_TOO_LONG));
  }

  @Test
  void a_stop_that_a_step_swallows_ends_the_build_after_it() throws Exception {
    executor.on(
        StepName.COMPILE,
        (run, output) -> {
          stop.stop(StopReason.CANCELLED);
          Thread.interrupted();
          return new ExitStatus.Exited(0);
        });

    assertThat(run(compiledAndPackaged()).outcome()).isEqualTo(new Outcome.Cancelled("compile"));
    assertThat(executor.imagesBuilt).isEmpty();
  }

  @Test
  void a_build_stopped_before_it_began_never_begins() throws Exception {
    stop.stop(StopReason.CANCELLED);

    BuildEnd.Ended end = run(Actions.compileOnly("7"));

    assertThat(end.outcome()).isInstanceOf(Outcome.Cancelled.class);
    assertThat(executor.begun).isEmpty();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void a_full_disk_is_told_as_such() throws Exception {
    executor.on(
        StepName.COMPILE,
        (run, output) -> {
          throw new UncheckedIOException(new IOException("No space left on device"));
        });

    assertThat(run(Actions.compileOnly("7")).outcome())
        .isEqualTo(
            new Outcome.InfrastructureFailed(
                "compile", FailureReason.DISK_FULL, "the agent's disk is full"));
  }

  @Test
  void an_unexpected_error_shows_an_incident_and_nothing_of_itself() throws Exception {
    executor.on(
        StepName.COMPILE,
        (run, output) -> {
          throw new IllegalStateException("with push-pass in it");
        });

    BuildEnd.Ended end = run(Actions.compileOnly("7"));

    assertThat(end.outcome())
        .isInstanceOfSatisfying(
            Outcome.InfrastructureFailed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(FailureReason.INTERNAL);
              assertThat(failed.detail()).contains("incident").doesNotContain("push-pass");
            });
    assertThat(log()).doesNotContain("push-pass");
  }

  @Test
  void a_script_that_the_configuration_lacks_is_the_users_to_mend() throws Exception {
    BuildData action = Actions.of("7", null, null, "missing.sh", null, null, 3600);

    assertThat(run(action).outcome())
        .isEqualTo(
            new Outcome.InputFailed(
                "compile",
                FailureReason.SCRIPT_NOT_FOUND,
                "the build configuration has no script 'missing.sh'"));
  }

  @Test
  void scripts_are_waited_for_while_the_server_is_away() throws Exception {
    server.fail(new ServerUnreachable("HTTP 503", new IOException()));

    assertThat(run(Actions.compileOnly("7")).outcome()).isEqualTo(new Outcome.Succeeded());
  }

  @Test
  void scripts_that_the_server_refuses_end_the_build() throws Exception {
    server.fail(new RequestRefused("HTTP 403", "", 0, new IOException()));

    assertThat(run(Actions.compileOnly("7")).outcome())
        .isInstanceOf(Outcome.InfrastructureFailed.class);
  }

  @Test
  void an_abandoned_build_has_nothing_to_report() throws Exception {
    executor.on(
        StepName.COMPILE,
        (run, output) -> {
          stop.stop(StopReason.ABANDONED);
          throw new InterruptedException();
        });

    BuildEnd end = start(Actions.compileOnly("7"));

    assertThat(end).isEqualTo(new BuildEnd.LetGo(StopReason.ABANDONED));
  }

  @Test
  void a_step_that_must_not_run_twice_is_announced_before_its_script_begins() throws Exception {
    List<Integer> begunAtAnnouncement = new ArrayList<>();
    announcement = () -> begunAtAnnouncement.add(executor.begun.size());

    run(Actions.compiledOnce("7"));

    assertThat(begunAtAnnouncement).containsExactly(0);
    assertThat(executor.begun).hasSize(1);
  }

  @Test
  void of_a_step_that_may_repeat_the_server_is_told_as_it_begins() throws Exception {
    List<Integer> begunWhenTold = new ArrayList<>();
    announcement =
        new Announcement() {
          @Override
          public void await() {
            throw new AssertionError("waited");
          }

          @Override
          public void soon() {
            begunWhenTold.add(executor.begun.size());
          }
        };

    run(Actions.compileOnly("7"));

    assertThat(begunWhenTold).isNotEmpty().containsOnly(0);
  }

  @Test
  void a_step_that_may_repeat_waits_for_nobody() throws Exception {
    announcement =
        () -> {
          throw new AssertionError("announced");
        };

    assertThat(run(Actions.compileOnly("7")).outcome()).isEqualTo(new Outcome.Succeeded());
  }

  @Test
  void a_build_that_is_abandoned_at_the_announcement_does_not_begin_the_step() throws Exception {
    announcement = () -> stop.stop(StopReason.ABANDONED);

    BuildEnd end = start(Actions.compiledOnce("7"));

    assertThat(end).isEqualTo(new BuildEnd.LetGo(StopReason.ABANDONED));
    assertThat(executor.begun).isEmpty();
  }

  @Test
  void the_time_limit_ends_a_wait_for_the_announcement() throws Exception {
    announcement = new CountDownLatch(1)::await;
    BuildData once = Actions.compiledOnce("7", 1);

    assertThat(run(once).outcome()).isEqualTo(new Outcome.TimedOut("compile", 1));
  }

  @Test
  void what_a_former_build_left_in_target_is_gone() throws Exception {
    Path target = root.parentImage("hello").target();
    Files.createDirectories(target);
    Files.writeString(target.resolve("old.jar"), "old");

    run(Actions.compileOnly("7"));

    assertThat(target).isEmptyDirectory();
  }

  @Test
  void nothing_of_a_tag_stays_whatever_the_outcome() throws Exception {
    Source nowhere = new Source("git", "app", "http://127.0.0.1:1/app", "v1", null, null, false);
    Path tag = root.workspace("git", "app", "tag", "v1").directory();

    run(Actions.of("7", "tag", nowhere, "compile.sh", null, null, 60));

    assertThat(tag).doesNotExist();
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

  private BuildEnd.Ended run(BuildData action) {
    return (BuildEnd.Ended) start(action);
  }

  private BuildEnd start(BuildData action) {
    BuildTools tools =
        new BuildTools(
            root,
            new WorkspaceLocks(),
            new Checkout(Patience.NONE),
            executor,
            server,
            timer,
            announcement);
    Path directory = root.attemptDirectory(action.actionId(), 1);
    try (BuildLog log = BuildLog.open(directory.resolve("log"), List.of())) {
      return new BuildRunner(tools)
          .run(
              new Attempt(
                  action,
                  1,
                  directory,
                  log,
                  new Progress(Clock.systemUTC(), Checkpoint.NOTHING, note -> {}),
                  stop));
    }
  }

  private String log() throws IOException {
    return Files.readString(root.attemptDirectory("7", 1).resolve("log"), StandardCharsets.UTF_8);
  }
}
