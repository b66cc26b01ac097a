package org.laassoa.builder.execution.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.RequiresEngine;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.ExitStatus;
import org.laassoa.builder.execution.ScriptRun;
import org.laassoa.builder.execution.SecretFiles;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Limits;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.StepName;

@RequiresEngine
@Timeout(60)
class ScriptRunIT {

  @TempDir Path root;
  EngineTestBed bed;

  @BeforeEach
  void connect() throws Exception {
    bed = new EngineTestBed(root);
  }

  @AfterEach
  void cleanUp() {
    bed.close();
  }

  @Test
  void output_is_kept_byte_by_byte() throws Exception {
    // Given
    ScriptRun run = bed.script("#!/bin/sh\nprintf 'a\\377\\000\\r\\033[1mb'; printf 'err' >&2\n");
    // When
    ExitStatus status = bed.executor.run(run, bed);
    // Then
    assertThat(status).isEqualTo(new ExitStatus.Exited(0));
    assertThat(bed.outputBytes())
        .isEqualTo(new byte[] {'a', -1, 0, '\r', 27, '[', '1', 'm', 'b', 'e', 'r', 'r'});
    await().untilAsserted(() -> assertThat(bed.containers()).isZero());
  }

  @Test
  void when_the_executor_has_closed_no_container_is_left() throws Exception {
    // Given
    bed.executor.run(bed.script("true"), bed);
    // When
    bed.executor.close();
    // Then
    assertThat(bed.containers()).isZero();
  }

  @Test
  void the_file_of_a_secret_is_mounted_where_nothing_can_be_written() throws Exception {
    // Given
    SecretFiles.write(root.resolve("secrets"), Map.of("KEY", "key-pass"));
    bed.secretFiles = Set.of("KEY");
    // When
    bed.executor.run(
        bed.script("echo $KEY; cat $KEY; echo; (: >/laas/secrets/x) 2>/dev/null || echo no\n"),
        bed);
    // Then
    assertThat(bed.output()).isEqualTo("/laas/secrets/KEY\nkey-pass\nno\n");
  }

  @Test
  void a_second_script_adds_to_the_output() throws Exception {
    // Given
    bed.executor.run(bed.script("echo one"), bed);
    // When
    bed.executor.run(bed.script("echo two"), bed);
    // Then
    assertThat(bed.output()).isEqualTo("one\ntwo\n");
  }

  @Test
  void the_exit_code_is_the_scripts() throws Exception {
    // Given
    ScriptRun run = bed.script("exit 42");
    // When
    ExitStatus status = bed.executor.run(run, bed);
    // Then
    assertThat(status).isEqualTo(new ExitStatus.Exited(42));
  }

  @Test
  void a_script_sees_its_folders_and_variables() throws Exception {
    // Given
    Files.writeString(bed.workspace.source().resolve("in.txt"), "source");
    ScriptRun run =
        bed.script(
            """
            cat in.txt; echo " $PWD $HOME $LAAS_TEST $(id -u)"
            echo made >"$LAAS_TARGET/out.txt"; echo kept >"$LAAS_DEPENDENCY_LIB/lib.txt"
            touch "$LAAS_BUILD/x" 2>/dev/null || echo read-only
            """);
    // When
    bed.executor.run(run, bed);
    // Then
    assertThat(bed.output()).isEqualTo("source /laas/source /root a b 0\nread-only\n");
    assertThat(bed.workspace.target().resolve("out.txt")).hasContent("made\n");
    assertThat(root.resolve("dependency_lib/lib.txt")).hasContent("kept\n");
  }

  @Test
  void home_files_are_there_for_the_owner_alone_with_the_line_ends_of_unix() throws Exception {
    // Given
    ScriptRun run =
        bed.script(
            "stat -c '%a %u' ~/.m2/settings.xml; cat ~/.m2/settings.xml",
            EngineTestBed.NO_LIMITS, Map.of(".m2/settings.xml", "<a>\r\n</a>\r\n"));
    // When
    bed.executor.run(run, bed);
    // Then
    assertThat(bed.output()).isEqualTo("600 0\n<a>\n</a>\n");
  }

  @Test
  void limits_hold() throws Exception {
    // Given
    ScriptRun run =
        bed.script(
            """
            if [ -f /sys/fs/cgroup/memory.max ]; then
              cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/pids.max /sys/fs/cgroup/cpu.max
            else
              cat /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/pids/pids.max
              echo "$(cat /sys/fs/cgroup/cpu/cpu.cfs_quota_us) 100000"
            fi
            """,
            new Limits(60, 64L << 20, 0.5, 50L, null),
            Map.of());
    // When
    bed.executor.run(run, bed);
    // Then
    assertThat(bed.output()).isEqualTo("67108864\n50\n50000 100000\n");
  }

  @Test
  void too_much_memory_is_told_from_a_failing_script() throws Exception {
    // Given
    ScriptRun run =
        bed.script(
            "x=0123456789abcdef; while true; do x=$x$x; done",
            new Limits(60, 16L << 20, null, null, null),
            Map.of());
    // When
    ExitStatus status = bed.executor.run(run, bed);
    // Then
    assertThat(status).isEqualTo(new ExitStatus.OutOfMemory());
  }

  @Test
  void a_script_that_is_not_there_is_named() throws Exception {
    // Given
    ScriptRun run = bed.script("true");
    Files.delete(bed.workspace.build().resolve("compile.sh"));
    // When
    var failure = assertThatThrownBy(() -> bed.executor.run(run, bed));
    // Then
    failure.isInstanceOfSatisfying(
        BuildFailure.class,
        f ->
            assertThat(f.outcome())
                .isEqualTo(
                    new Outcome.InputFailed(
                        "compile",
                        FailureReason.SCRIPT_NOT_FOUND,
                        "there is no script compile.sh")));
  }

  @Test
  void an_image_without_a_shell_is_named_as_the_reason() throws Exception {
    // Given
    var environment = bed.environment(EngineTestBed.BUSYBOX, "RUN [\"/bin/rm\", \"/bin/sh\"]");
    bed.executor.prepare(StepName.IMAGE, environment, bed);
    ScriptRun run = bed.script("true", EngineTestBed.NO_LIMITS, Map.of(), environment, false);
    // When
    var failure = assertThatThrownBy(() -> bed.executor.run(run, bed));
    // Then
    failure.isInstanceOf(BuildFailure.class).hasMessageContaining("it has no /bin/sh");
    assertThat(bed.containers()).isZero();
  }

  @Test
  void what_a_script_leaves_behind_belongs_to_the_agents_user() throws Exception {
    // Given
    ScriptRun run = bed.script("mkdir target; echo x >target/x; ln -s /etc/passwd link");
    if (Files.getAttribute(bed.root, "unix:uid").equals(0)) {
      // As if the agent were not root: its folder is its own.
      Files.setAttribute(bed.root, "unix:uid", 1234);
    }
    // When
    bed.executor.run(run, bed);
    // Then
    assertThat(Files.getAttribute(bed.workspace.source().resolve("target/x"), "unix:uid"))
        .isEqualTo(Files.getAttribute(bed.root, "unix:uid"));
    await().untilAsserted(() -> assertThat(bed.containers()).isZero());
  }

  @Test
  void a_trusted_script_reaches_the_engine() throws Exception {
    // Given
    var environment = bed.prepared();
    ScriptRun run =
        bed.script(
            "[ -S /var/run/docker.sock ] && echo \"$DOCKER_HOST\"",
            EngineTestBed.NO_LIMITS,
            Map.of(),
            environment,
            true);
    // When
    bed.executor.run(run, bed);
    // Then
    assertThat(bed.output()).isEqualTo("unix:///var/run/docker.sock\n");
  }
}
