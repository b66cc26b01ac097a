package org.laassoa.builder.execution.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.RequiresEngine;
import org.laassoa.builder.execution.ExitStatus;
import org.laassoa.builder.execution.RunningScript;
import org.laassoa.builder.execution.ScriptRun;
import org.laassoa.builder.execution.docker.transport.EngineAddress;

/** Containers that a former process of the agent started. */
@RequiresEngine
@Timeout(60)
class ScriptAdoptIT {

  @TempDir Path root;
  EngineTestBed bed;
  DockerExecutor later;

  @BeforeEach
  void connect() throws Exception {
    bed = new EngineTestBed(root);
    later = DockerExecutor.connect(root).orElseThrow();
  }

  @AfterEach
  void cleanUp() {
    later.close();
    bed.close();
  }

  @Test
  void a_script_that_runs_is_waited_for() throws Exception {
    // Given
    ScriptRun run =
        bed.script("until [ -f \"$LAAS_TARGET/go\" ]; do sleep 0.05; done; echo went; exit 7");
    bed.executor.start(run, bed);
    // When
    ExitStatus status;
    try (RunningScript adopted = later.adopt(run).orElseThrow()) {
      Files.createFile(bed.workspace.target().resolve("go"));
      status = adopted.await();
    }
    // Then
    assertThat(status).isEqualTo(new ExitStatus.Exited(7));
    assertThat(bed.output()).isEqualTo("went\n");
    await().untilAsserted(() -> assertThat(bed.containers()).isZero());
  }

  @Test
  void a_script_that_ended_without_an_agent_tells_its_exit_code() throws Exception {
    // Given
    ScriptRun run = bed.script("exit 3");
    bed.executor.start(run, bed).await();
    // When
    RunningScript adopted = later.adopt(run).orElseThrow();
    // Then
    assertThat(adopted.await()).isEqualTo(new ExitStatus.Exited(3));
  }

  @Test
  void a_script_that_was_killed_without_an_agent_ended_nobody_knows_how() throws Exception {
    // Given
    ScriptRun run = bed.script("echo started; sleep 300");
    bed.executor.start(run, bed);
    await().until(() -> bed.output().contains("started"));
    // When
    engine(docker -> docker.killContainerCmd(ContainerOrder.nameOf(run.name())).exec());
    // Then
    assertThat(later.adopt(run).orElseThrow().await()).isEqualTo(new ExitStatus.Unknown());
  }

  @Test
  void a_script_whose_container_is_gone_ended_nobody_knows_how() throws Exception {
    // Given
    ScriptRun run = bed.script("true");
    // When
    RunningScript adopted = later.adopt(run).orElseThrow();
    // Then
    assertThat(adopted.await()).isEqualTo(new ExitStatus.Unknown());
  }

  @Test
  void a_script_that_was_not_started_yet_never_began() throws Exception {
    // Given
    ScriptRun run = bed.script("true");
    EngineAddress address = EngineAddress.of(EngineTestBed.dockerHost());
    Files.createDirectories(run.workspace().target());
    Files.createDirectories(run.dependencyLib());
    engine(docker -> new ContainerOrder(run, root.toString(), address).command(docker).exec());
    // When
    var adopted = later.adopt(run);
    // Then
    assertThat(adopted).isEmpty();
    assertThat(bed.containers()).isZero();
  }

  @Test
  void leftovers_are_removed_but_for_those_that_are_spared() throws Exception {
    // Given
    ScriptRun spared = bed.script("sleep 300");
    bed.executor.start(spared, bed);
    ScriptRun other = bed.script("sleep 300");
    bed.executor.start(other, bed);
    // When
    later.removeLeftovers(Set.of(spared.name()));
    // Then
    assertThat(bed.containers()).isOne();
    later.discard(spared.name());
    assertThat(bed.containers()).isZero();
  }

  private static void engine(Consumer<DockerClient> call) {
    EngineAddress address = EngineAddress.of(EngineTestBed.dockerHost());
    try (Engine engine = new Engine(address, Duration.ZERO)) {
      assertThat(engine.quietly(Duration.ofSeconds(20), call)).isTrue();
    }
  }
}
