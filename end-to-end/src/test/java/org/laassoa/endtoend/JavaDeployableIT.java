package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.engine.Engine;

/** Cases 2 and 3: a deployable project becomes an image, also on a parent image of our own. */
@ExtendWith(Worlds.Extension.class)
class JavaDeployableIT {

  private final Worlds worlds;

  JavaDeployableIT(Worlds worlds) {
    this.worlds = worlds;
  }

  @Test
  void an_image_is_pushed_whose_digest_can_be_pulled_and_run() throws InterruptedException {
    // Given
    World world = worlds.on(Execution.DOCKER);
    String project = deployable(world, "Dockerfile").save();

    // When
    Build build = world.build(project);

    // Then
    assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
    assertThat(runPulled(build)).isEqualTo("app the-app, namespace null");
    assertThat(world.log(build)).doesNotContain(Needs.setting("LAAS_TEST_REGISTRY_PASSWORD"));
  }

  @Test
  void a_parent_image_made_here_is_what_a_project_builds_on() throws InterruptedException {
    // Given
    World world = worlds.on(Execution.DOCKER);
    String parent = parentImage(world);
    Build parentBuild =
        world
            .api()
            .awaitEnd(
                world
                    .api()
                    .post("/api/parent-images/" + parent + "/builds", Map.of())
                    .path("id")
                    .asLong(),
                World.BUILD_LIMIT);
    String project =
        deployable(world, "Dockerfile.parent").configuration("parent_image", parent).save();

    // When
    Build build = world.build(project);

    // Then
    assertThat(parentBuild.state()).as(world.log(parentBuild)).isEqualTo("succeeded");
    assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
    assertThat(runPulled(build)).isEqualTo("app the-app, namespace tristan");
  }

  private static ProjectSetup deployable(World world, String dockerfile)
      throws InterruptedException {
    String name = World.unique("java-deployable");
    world.repository(name).copy(World.example("java-deployable")).commit("An application");
    world.putRegistry("registry", Needs.setting("LAAS_TEST_REGISTRY_PASSWORD"));
    return world
        .project(name)
        .image("laas-test/java:17")
        .environment("network", "host")
        .with("project_type", "java")
        .with("image_registry", "registry")
        .compile("mvn -B -q clean package -DskipTests\n")
        .dockerfile(dockerfile)
        .buildArgument("APP_NAME", "the-app");
  }

  private static String parentImage(World world) throws InterruptedException {
    String name = World.unique("parent");
    world.putRegistry("registry", Needs.setting("LAAS_TEST_REGISTRY_PASSWORD"));
    world.api().put("/api/build-environments/" + name, Map.of("image", "laas-test/busybox:1"));
    world
        .api()
        .put(
            "/api/parent-images/" + name,
            Map.of(
                "build_environment",
                name,
                "files",
                Map.of(
                    "Dockerfile",
                    """
                        FROM laas-test/busybox:1 as files
                        RUN echo 'Asia/Shanghai' > /timezone
                        FROM laas-test/java:17
                        COPY --from=files /timezone /etc/timezone
                        ENV APP_NAMESPACE='tristan'
                        """),
                "packaging",
                Map.of("kind", "dockerfile", "file", "Dockerfile"),
                "image_registry",
                "registry",
                "timeout_seconds",
                600));
    return name;
  }

  /** What the image prints that the registry has under the reported digest. */
  private static String runPulled(Build build) {
    Engine engine = Needs.engine();
    assertThat(build.images()).hasSize(1);
    Build.Image image = build.images().getFirst();
    String byDigest =
        image.name().substring(0, image.name().lastIndexOf(':')) + "@" + image.digest();
    RegistryLogin.with(
        login -> {
          login.docker("rmi", "-f", image.name());
          login.docker("pull", "-q", byDigest);
        });
    String output = engine.docker("run", "--rm", byDigest);
    engine.docker("rmi", "-f", byDigest);
    return List.of(output.split("\n")).getLast();
  }
}
