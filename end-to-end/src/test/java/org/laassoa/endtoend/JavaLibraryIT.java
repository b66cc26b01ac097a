package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.endtoend.api.Build;

/** Case 1: a library project ends with its compile script, {@code mvn deploy}. */
@ExtendWith(Worlds.Extension.class)
class JavaLibraryIT {

  private final Worlds worlds;
  @TempDir Path deployed;

  JavaLibraryIT(Worlds worlds) {
    this.worlds = worlds;
  }

  @EachExecution
  void is_deployed_and_its_dependencies_are_fetched_once(Execution execution)
      throws IOException, InterruptedException {
    World world = worlds.on(execution);
    try (MavenRepositoryServer maven =
        MavenRepositoryServer.start(deployed, "deployer", "deploy-pw-3141")) {
      // Given
      String project = library(world, maven);
      Build first = world.build(project);

      // When
      Build second = world.build(project);

      // Then
      assertThat(first.state()).as(world.log(first)).isEqualTo("succeeded");
      assertThat(second.state()).as(world.log(second)).isEqualTo("succeeded");
      assertThat(world.output(first, "compile")).contains("Downloaded from central");
      assertThat(world.output(second, "compile")).doesNotContain("Downloading from central");
      assertThat(world.log(second)).doesNotContain("deploy-pw-3141");
      try (var files = Files.walk(deployed)) {
        assertThat(files.filter(file -> file.toString().endsWith(".jar"))).hasSize(2);
      }
    }
  }

  private static String library(World world, MavenRepositoryServer maven)
      throws InterruptedException {
    String name = World.unique("java-library");
    world.repository(name).copy(World.example("java-library")).commit("A library");
    return world
        .project(name)
        .image("laas-test/java:17")
        .environment("network", "host")
        .with("project_type", "java")
        .compile("set -e\nmvn -B -s \"$HOME/.m2/settings.xml\" deploy\n")
        .variable("MAVEN_REPOSITORY", maven.url())
        .homeFile(
            ".m2/settings.xml",
            """
            <settings>
              <servers>
                <server>
                  <id>company</id>
                  <username>deployer</username>
                  <password>deploy-pw-3141</password>
                </server>
              </servers>
            </settings>
            """)
        .save();
  }
}
