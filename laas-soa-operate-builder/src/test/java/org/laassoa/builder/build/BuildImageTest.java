package org.laassoa.builder.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
import org.laassoa.wire.BuildData;
import org.laassoa.wire.Packaging;
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

  @Test
  void a_build_argument_that_refers_to_a_secret_does_not_get_its_value() throws Exception {
    Files.writeString(workspace.source().resolve("Dockerfile"), "FROM source");
    Packaging packaging = Actions.packaging(PackagingKind.DOCKERFILE, "Dockerfile");

    buildImage(
        new Packaging(
            packaging.kind(),
            packaging.file(),
            packaging.context(),
            packaging.image(),
            packaging.tag(),
            Map.of("A", "${TOKEN}", "B", "${GREETING}"),
            null),
        Actions.withSecrets(Actions.deployable("7", "branch"), "token-pass", "key-pass"));

    assertThat(executor.imagesBuilt.getFirst().buildArgs())
        .containsOnly(Map.entry("A", "${TOKEN}"), Map.entry("B", "hi"));
  }

  private void buildImage(String file) throws Exception {
    buildImage(
        Actions.packaging(PackagingKind.DOCKERFILE, file), Actions.deployable("7", "branch"));
  }

  private void buildImage(Packaging packaging, BuildData action) throws Exception {
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
              action,
              1,
              folder,
              log,
              new Progress(Clock.systemUTC(), Checkpoint.NOTHING, note -> {}),
              new StopSignal());
      new BuildImage(packaging).run(new Build(attempt, workspace, tools));
    }
  }
}
