package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laassoa.endtoend.api.Build;

/** The build configurations that come with the server build real projects as they are. */
@ExtendWith(Worlds.Extension.class)
class ReadyMadeIT {

  private final Worlds worlds;

  ReadyMadeIT(Worlds worlds) {
    this.worlds = worlds;
  }

  /** Only the base image is another one: what the tests have is no image of the hub's. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nodejs, node,   # pass 1",
    "python, python, Ran 1 test",
    "php,    php,    'OK (1 test, 1 assertion)'"
  })
  void a_project_is_built_and_tested(String readyMade, String example, String proof)
      throws InterruptedException {
    // Given
    World world = worlds.on(Execution.DOCKER);
    String name = World.unique(example);
    world.repository(name).copy(World.example(example)).commit("A project");
    String path = "/api/build-environments/" + readyMade;
    Map<String, Object> environment = new HashMap<>();
    environment.put("image", "laas-test/" + example + ":1");
    environment.put("pull_policy", "never");
    world.api().put(path, environment);
    world
        .api()
        .put(
            "/api/projects/" + name,
            Map.of("repository", name + ".git", "build_configuration", readyMade));

    // When
    Build build = world.build(name);

    // Then
    assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
    assertThat(world.output(build, "compile")).contains(proof);
  }
}
