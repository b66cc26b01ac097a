package org.laassoa.builder.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.git.Checkout;
import org.laassoa.builder.git.Patience;
import org.laassoa.builder.log.BuildLog;
import org.laassoa.builder.testing.Actions;
import org.laassoa.builder.testing.ScriptedConnection;
import org.laassoa.builder.testing.ScriptedExecutor;
import org.laassoa.builder.workspace.AgentRoot;
import org.laassoa.builder.workspace.Workspace;
import org.laassoa.builder.workspace.WorkspaceLocks;
import org.laassoa.wire.PackagingKind;

class BuildImageTest {

  @TempDir Path folder;

  private final ScriptedExecutor executor = new ScriptedExecutor();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private AgentRoot root;
  private Workspace workspace;

  @BeforeEach
  void prepare() throws Exception {
    root = new AgentRoot(folder.resolve("root"));
    workspace = root.workspace("git", "app", "branch", "main");
    Files.createDirectories(workspace.source());
    Files.createDirectories(workspace.build());
  }

  @AfterEach
  void end() {
    timer.shutdownNow();
    root.close();
  }

  @Test
  void the_configurations_own_dockerfile_wins_over_that_of_the_source() throws Exception {
    Files.writeString(workspace.source().resolve("Dockerfile"), "FROM source");
    Path configured = Files.writeString(workspace.build().resolve("Dockerfile"), "FROM build");

    buildImage("Dockerfile");

    assertThat(executor.imagesBuilt.getFirst().dockerfile()).isEqualTo(configured);
  }

  @Test
  void a_dockerfile_deep_in_the_source_is_found() throws Exception {
    Path docker = Files.createDirectories(workspace.source().resolve("docker"));
    Path deep = Files.writeString(docker.resolve("Dockerfile"), "FROM source");

    buildImage("docker/Dockerfile");

    assertThat(executor.imagesBuilt.getFirst().dockerfile()).isEqualTo(deep);
  }

  @Test
  void a_path_that_leads_out_of_the_source_is_not_followed() throws Exception {
    Files.writeString(folder.resolve("secret"), "token");

    assertThatThrownBy(() -> buildImage("../../../../../../secret"))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContaining("neither in the build configuration nor in the source");
  }

  @Test
  void a_symbolic_link_that_leads_out_of_the_source_is_not_followed() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "token");
    Files.createSymbolicLink(workspace.source().resolve("Dockerfile"), secret);

    assertThatThrownBy(() -> buildImage("Dockerfile")).isInstanceOf(BuildFailure.class);
  }

  private void buildImage(String file) throws Exception {
    BuildTools tools =
        new BuildTools(
            root,
            new WorkspaceLocks(),
            new Checkout(Patience.NONE),
            executor,
            new ScriptedConnection(),
            timer,
            () -> {});
    try (BuildLog log = BuildLog.open(folder.resolve("log"), List.of())) {
      Attempt attempt =
          new Attempt(
              Actions.deployable("7", "branch"),
              1,
              folder,
              log,
              new Progress(Clock.systemUTC(), Checkpoint.NOTHING, note -> {}),
              new StopSignal());
      new BuildImage(Actions.packaging(PackagingKind.DOCKERFILE, file))
          .run(new Build(attempt, workspace, tools));
    }
  }
}
