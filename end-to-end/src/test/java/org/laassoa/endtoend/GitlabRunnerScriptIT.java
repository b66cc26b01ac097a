package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.endtoend.api.Build;

/** Case 5: a package script that was written for gitlab-runner runs as it is. */
@ExtendWith(Worlds.Extension.class)
class GitlabRunnerScriptIT {

  private final Worlds worlds;

  GitlabRunnerScriptIT(Worlds worlds) {
    this.worlds = worlds;
  }

  @Test
  void builds_pushes_removes_and_prints_the_image_also_with_crlf()
      throws IOException, InterruptedException {
    // Given
    World world = worlds.on(Execution.DOCKER);
    String name = World.unique("gitlab");
    String commit = world.repository(name).copy(World.example("gitlab-runner")).commit("As it was");
    String project = setUp(world, name);

    // When
    Build build = world.build(project);

    // Then
    assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
    assertThat(build.commit()).isEqualTo(commit);
    String image = printedImage(world.output(build, "package"));
    assertThat(image)
        .startsWith(Needs.setting("LAAS_TEST_REGISTRY") + "/" + name + "-main:" + build.id() + "_");
    assertThat(Needs.engine().hasImage(image)).as("removed by the script").isFalse();
    assertThat(runPulled(image)).isEqualTo("started as " + name + "-main");
    assertThat(world.log(build)).doesNotContain(Needs.setting("LAAS_TEST_REGISTRY_PASSWORD"));
  }

  @EachExecution
  void what_is_delivered_has_lf_line_ends(Execution execution) throws InterruptedException {
    // Given
    World world = worlds.on(execution);
    String name = World.unique("crlf");
    world.repository(name).write("README", "crlf").commit("Crlf");
    String project =
        world
            .project(name)
            .compile(". \"$HOME/.m2/settings\"\r\n. \"$LAAS_BUILD/lib.sh\"\r\necho \"$A$B.\"\r\n")
            .file("lib.sh", "B=b\r\n")
            .homeFile(".m2/settings", "A=a\r\n")
            .save();

    // When
    Build build = world.build(project);

    // Then
    assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
    assertThat(world.output(build, "compile")).isEqualTo("ab.\n");
  }

  private static String setUp(World world, String name) throws IOException, InterruptedException {
    String script = Files.readString(World.example("gitlab-runner").resolve("build-docker.sh"));
    world
        .api()
        .put("/api/build-environments/docker-cli", Map.of("image", "laas-test/docker-cli:1"));
    return world
        .project(name)
        .file("build-docker.sh", script.replace("\n", "\r\n"))
        .configuration(
            "packaging",
            Map.of("kind", "script", "file", "build-docker.sh", "build_environment", "docker-cli"))
        .homeFile(".m2/settings.xml", "<settings/>\r\n")
        .homeFile(
            ".m2/dockerregistry",
            "DOCKER_REGISTRY_URL=%s\r\nDOCKER_REGISTRY_USERNAME=%s\r\n"
                .formatted(
                    Needs.setting("LAAS_TEST_REGISTRY"), Needs.setting("LAAS_TEST_REGISTRY_USER")))
        .homeFile(".m2/dockerregistry-auth", Needs.setting("LAAS_TEST_REGISTRY_PASSWORD") + "\r\n")
        .save();
  }

  /** The line after the request to copy it, as the script prints it. */
  private static String printedImage(String output) {
    List<String> lines = output.lines().toList();
    return lines.get(lines.indexOf("请拷贝镜像id到下一环节,镜像id为:") + 1);
  }

  private static String runPulled(String image) {
    RegistryLogin.with(login -> login.docker("pull", "-q", image));
    String output = Needs.engine().docker("run", "--rm", image);
    Needs.engine().docker("rmi", "-f", image);
    return output;
  }
}
