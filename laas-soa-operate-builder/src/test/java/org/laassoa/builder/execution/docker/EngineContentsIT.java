package org.laassoa.builder.execution.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.RequiresEngine;
import org.laassoa.builder.execution.ContainerEngine;
import org.laassoa.builder.execution.Executor;
import org.laassoa.builder.execution.RunningScript;
import org.laassoa.builder.execution.docker.transport.EngineAddress;
import org.laassoa.wire.Environment;
import org.laassoa.wire.StepName;

/** What a real engine keeps for an agent, and what of it is the agent's to remove. */
@RequiresEngine
class EngineContentsIT {

  @TempDir Path root;

  private EngineTestBed bed;
  private ContainerEngine engine;
  private String image;

  @BeforeEach
  void connect() throws Exception {
    Files.createDirectories(root.resolve(".laas"));
    bed = new EngineTestBed(root);
    engine = bed.executor.engine().orElseThrow();
    image = Environment.imageNameOf(bed.environment);
  }

  @AfterEach
  void disconnect() {
    bed.close();
  }

  @Test
  void an_engine_says_what_it_is() {
    ContainerEngine.Facts facts = engine.facts().orElseThrow();

    assertThat(facts.version()).isNotBlank();
    assertThat(facts.apiVersion()).startsWith("1.");
    assertThat(facts.address()).isEqualTo(EngineTestBed.dockerHost());
  }

  @Test
  void the_image_of_an_environment_is_known_with_its_last_use() throws Exception {
    Instant before = Instant.now().minusMillis(1);

    bed.prepared();

    assertThat(engine.images())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.name()).isEqualTo(image);
              assertThat(one.lastUsed()).isAfter(before);
              assertThat(one.bytes()).isPositive();
              assertThat(one.inUse()).isFalse();
            });
  }

  @Test
  void an_image_with_a_container_is_in_use() throws Exception {
    try (RunningScript script = bed.executor.start(bed.script("sleep 60"), bed)) {
      assertThat(engine.images()).singleElement().matches(ContainerEngine.Image::inUse);
      assertThat(engine.containers()).singleElement().matches(ContainerEngine.Container::running);
      assertThat(engine.discardContainer(engine.containers().getFirst().name())).isPresent();
    }
  }

  @Test
  void an_image_that_is_made_from_ours_by_others_is_not_ours() throws Exception {
    bed.prepared();
    String foreign = "laas-test/foreign-" + bed.environment + ":1";
    tag(foreign, "FROM " + image + "\nLABEL made=by-hand\n");

    List<ContainerEngine.Image> images = engine.images();

    bed.executor.removeImage(foreign);
    assertThat(images).extracting(ContainerEngine.Image::name).containsExactly(image);
  }

  @Test
  void an_image_that_a_build_has_made_is_ours() throws Exception {
    String made = "laas-test/made-" + bed.environment + ":1";
    Path dockerfile = Files.writeString(root.resolve("Dockerfile"), "FROM laas-test/busybox:1\n");
    bed.executor.buildImage(
        new Executor.ImageBuild("7", dockerfile, root.resolve("git"), made, Map.of(), "none", null),
        bed);

    assertThat(engine.images()).extracting(ContainerEngine.Image::name).containsExactly(made);
    assertThat(engine.discardImage(made)).isEqualTo(Optional.empty());
    assertThat(engine.images()).isEmpty();
  }

  @Test
  void a_former_image_that_has_lost_its_name_is_found_by_its_id() throws Exception {
    bed.prepared();
    String kept = engine.images().getFirst().name();
    untag(kept);

    assertThat(engine.images())
        .singleElement()
        .satisfies(one -> assertThat(one.name()).startsWith("sha256:"));
    assertThat(engine.discardImage(engine.images().getFirst().name())).isEmpty();
    assertThat(engine.images()).isEmpty();
  }

  /** Another image takes its name, as when a recipe has changed. */
  private void untag(String name) throws Exception {
    tag(name, "FROM laas-test/busybox:1\nLABEL taken=by-another\n");
  }

  private void tag(String name, String dockerfile) throws Exception {
    try (Engine direct =
        new Engine(EngineAddress.of(EngineTestBed.dockerHost()), Duration.ofSeconds(5))) {
      new ImageBuilder(direct)
          .build(
              StepName.IMAGE,
              new ImageBuilder.Order(
                  name, ImageContext.DOCKERFILE, Map.of(), Map.of(), "none", null),
              ImageContext.ofDockerfile(dockerfile),
              bed);
    }
  }
}
