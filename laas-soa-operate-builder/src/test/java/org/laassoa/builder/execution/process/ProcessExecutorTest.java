package org.laassoa.builder.execution.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.ExitStatus;
import org.laassoa.builder.execution.RunningScript;
import org.laassoa.builder.execution.ScriptRun;
import org.laassoa.builder.execution.SecretFiles;
import org.laassoa.builder.workspace.Workspace;
import org.laassoa.wire.Environment;
import org.laassoa.wire.Limits;
import org.laassoa.wire.PullPolicy;
import org.laassoa.wire.StepName;

class ProcessExecutorTest {

  private static final Environment ENVIRONMENT =
      new Environment("jdk", "none", null, PullPolicy.values()[0], "bridge", null);

  @TempDir private Path folder;
  private Path raw;
  private ProcessExecutor executor;

  @BeforeEach
  void makeExecutor() throws IOException {
    executor = new ProcessExecutor(folder);
    raw = Files.createFile(folder.resolve("raw"));
  }

  @Test
  void a_scripts_output_and_exit_code_are_exact() throws Exception {
    ExitStatus status = run("#!/bin/sh\nprintf 'out\\377\\r\\n'; echo err >&2; exit 7\n");

    assertThat(status).isEqualTo(new ExitStatus.Exited(7));
    assertThat(raw)
        .hasBinaryContent(new byte[] {'o', 'u', 't', -1, '\r', '\n', 'e', 'r', 'r', '\n'});
  }

  @Test
  void a_script_without_an_interpreter_line_runs_with_sh() throws Exception {
    assertThat(run("echo \"$A in $PWD, $(cat ~/.m2/settings.xml)\"\n"))
        .isEqualTo(new ExitStatus.Exited(0));

    assertThat(raw).hasContent("b in " + folder.resolve("source") + ", <x/>");
  }

  @Test
  void a_script_sees_nothing_of_the_agents_own_environment() throws Exception {
    run("env\n");

    assertThat(Files.readAllLines(raw))
        .extracting(line -> line.substring(0, Math.max(0, line.indexOf('='))))
        .allMatch(
            name ->
                !name.equals("USER") && !name.equals("LAAS_JOIN") && !name.startsWith("SUREFIRE"));
  }

  @Test
  void a_script_that_is_killed_tells_the_signal() throws Exception {
    assertThat(run("kill -9 $$\n")).isEqualTo(new ExitStatus.Exited(137));
  }

  @Test
  void what_a_script_leaves_in_the_background_ends_with_it() throws Exception {
    run("sleep 1000 & echo $!; setsid sleep 1000 & echo $!\n");

    for (String pid : Files.readAllLines(raw)) {
      assertThat(alive(pid)).isFalse();
    }
  }

  @Test
  void an_interrupt_ends_all_processes_even_stubborn_ones() throws Exception {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread build =
        Thread.startVirtualThread(
            () -> {
              try {
                run(
                    "trap '' TERM; setsid sleep 1000 & echo $!; echo $$; while :; do sleep 1; done\n");
              } catch (Throwable e) {
                ended.complete(e);
              }
            });
    await().until(() -> Files.readAllLines(raw).size() == 2);
    long start = System.nanoTime();

    build.interrupt();

    assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    for (String pid : Files.readAllLines(raw)) {
      assertThat(alive(pid)).isFalse();
    }
  }

  @Test
  void a_script_that_takes_too_much_memory_is_killed() throws Exception {
    assertThat(run("x=$(head -c 300000000 /dev/zero | tr '\\0' x); sleep 100\n"))
        .isEqualTo(new ExitStatus.OutOfMemory());
  }

  @Test
  void leftovers_of_a_former_agent_are_ended_and_others_left_alone() throws Exception {
    Process left = sleeper("LAAS_COOKIE", "former");
    Process other = sleeper("LAAS_COOKIE", "formerly");
    Files.createFile(folder.resolve(".laas/processes/former"));

    executor.removeLeftovers(Set.of());

    assertThat(left.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(other.isAlive()).isTrue();
    other.destroyForcibly();
  }

  @Test
  void a_script_of_a_former_agent_is_waited_for() throws Exception {
    ScriptRun run = script("until [ -f \"$LAAS_TARGET/go\" ]; do sleep 0.02; done; exit 7\n");
    executor.start(run, line -> {});
    RunningScript adopted = new ProcessExecutor(folder).adopt(run).orElseThrow();
    CompletableFuture<ExitStatus> ended = new CompletableFuture<>();
    Thread.startVirtualThread(() -> awaitInto(adopted, ended));

    Files.createFile(run.workspace().target().resolve("go"));

    assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo(new ExitStatus.Exited(7));
  }

  @Test
  void a_script_that_ended_without_an_agent_tells_its_exit_code() throws Exception {
    ScriptRun run = script("kill -9 $$\n");
    executor.start(run, line -> {}).await();

    RunningScript adopted = new ProcessExecutor(folder).adopt(run).orElseThrow();

    assertThat(adopted.await()).isEqualTo(new ExitStatus.Exited(137));
    adopted.close();
    assertThat(folder.resolve(".laas/processes")).isEmptyDirectory();
  }

  @Test
  void what_an_adopted_script_left_in_the_background_ends_with_it() throws Exception {
    ScriptRun run = script("sleep 1000 & echo $!; setsid sleep 1000 & echo $!\n");
    executor.start(run, line -> {}).await();

    new ProcessExecutor(folder).adopt(run).orElseThrow().close();

    for (String pid : Files.readAllLines(raw)) {
      assertThat(alive(pid)).isFalse();
    }
  }

  @Test
  void a_script_that_was_killed_with_its_shell_ended_nobody_knows_how() throws Exception {
    ScriptRun run = script("kill -9 0\n");
    executor.start(run, line -> {}).await();

    RunningScript adopted = new ProcessExecutor(folder).adopt(run).orElseThrow();

    assertThat(adopted.await()).isEqualTo(new ExitStatus.Unknown());
  }

  @Test
  void a_script_without_a_record_is_gone() throws Exception {
    assertThat(executor.adopt(script("true\n")).orElseThrow().await())
        .isEqualTo(new ExitStatus.Unknown());
  }

  @Test
  void a_script_whose_shell_never_came_to_note_itself_never_began() throws Exception {
    ScriptRun run = script("true\n");
    Files.writeString(folder.resolve(".laas/processes").resolve(run.name()), "starting\n");

    assertThat(executor.adopt(run)).isEmpty();
  }

  @Test
  void a_process_that_has_got_the_id_of_the_shell_is_not_taken_for_it() throws Exception {
    ScriptRun run = script("true\n");
    Process other = sleeper("LAAS_COOKIE", "another");
    Files.writeString(
        folder.resolve(".laas/processes").resolve(run.name()),
        "starting\n" + other.pid() + "\n3\n");

    RunningScript adopted = executor.adopt(run).orElseThrow();

    assertThat(adopted.await()).isEqualTo(new ExitStatus.Exited(3));
    adopted.close();
    assertThat(other.isAlive()).isTrue();
    other.destroyForcibly();
  }

  @Test
  void a_script_that_is_spared_runs_on() throws Exception {
    ScriptRun run = script("sleep 1000\n");
    RunningScript running = executor.start(run, line -> {});
    ProcessExecutor later = new ProcessExecutor(folder);

    later.removeLeftovers(Set.of(run.name()));

    RunningScript adopted = later.adopt(run).orElseThrow();
    Thread.currentThread().interrupt();
    assertThatThrownBy(adopted::await).isInstanceOf(InterruptedException.class);
    adopted.close();
    assertThat(running.await()).isEqualTo(new ExitStatus.Exited(143));
  }

  @Test
  void what_the_shell_would_say_is_not_in_the_output() throws Exception {
    run("sh -c 'kill -9 $$'; echo still here; kill -9 $$\n");

    assertThat(raw).content().doesNotContain("setsid").endsWith("still here\n");
  }

  @Test
  void the_file_of_a_secret_is_found_by_its_variable_and_is_the_agents_alone() throws Exception {
    SecretFiles.write(folder.resolve("secrets"), Map.of("KEY", "line\nkey-pass"));

    ExitStatus status = run("cat \"$KEY\"; stat -c ' %a' \"$KEY\"");

    assertThat(status).isEqualTo(new ExitStatus.Exited(0));
    assertThat(Files.readString(raw)).isEqualTo("line\nkey-pass 600\n");
  }

  @Test
  void an_image_needs_an_engine() {
    assertThatThrownBy(() -> executor.pushImage(null, null, line -> {}))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContaining("no container engine");
  }

  private static Process sleeper(String name, String value) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sleep", "1000");
    builder.environment().put(name, value);
    return builder.start();
  }

  private static boolean alive(String pid) throws IOException {
    Path stat = Path.of("/proc", pid, "stat");
    Optional<ProcessHandle> handle = ProcessHandle.of(Long.parseLong(pid));
    return handle.isPresent()
        && Files.exists(stat)
        && !new String(Files.readAllBytes(stat), UTF_8).contains(") Z ");
  }

  private static void awaitInto(RunningScript script, CompletableFuture<ExitStatus> ended) {
    try (script) {
      ended.complete(script.await());
    } catch (Exception e) {
      ended.completeExceptionally(e);
    }
  }

  private ExitStatus run(String script) throws Exception {
    return executor.run(script(script), line -> {});
  }

  private ScriptRun script(String script) throws Exception {
    Workspace workspace = new Workspace(folder);
    Files.createDirectories(workspace.build());
    Path file = Files.writeString(workspace.build().resolve("compile.sh"), script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return new ScriptRun(
        "compile-" + UUID.randomUUID(),
        "1",
        1,
        StepName.COMPILE,
        "compile.sh",
        workspace,
        folder.resolve("lib"),
        folder.resolve("scratch"),
        raw,
        ENVIRONMENT,
        Map.of("A", "b"),
        Map.of(".m2/settings.xml", "<x/>"),
        new SecretFiles(folder.resolve("secrets"), Set.of("KEY")),
        new Limits(60, 200_000_000L, null, null, null),
        false);
  }
}
