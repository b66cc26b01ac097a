package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laassoa.endtoend.api.Build;

/** Case 4: each language in its own environment, tested by its own tool. */
@ExtendWith(Worlds.Extension.class)
class OtherLanguagesIT {

  private final Worlds worlds;

  OtherLanguagesIT(Worlds worlds) {
    this.worlds = worlds;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "node,   nodejs, npm test,                              # pass 1",
    "python, python, python3 -m unittest -v,                Ran 1 test",
    "php,    php,    phpunit --testdox GreetingsTest.php,   'OK (1 test, 1 assertion)'"
  })
  void is_tested_by_its_own_tool(String example, String type, String command, String proof)
      throws InterruptedException {
    // Given
    World world = worlds.on(Execution.DOCKER);
    String name = World.unique(example);
    world.repository(name).copy(World.example(example)).commit("A project");
    String project =
        world
            .project(name)
            .image("laas-test/" + example + ":1")
            .with("project_type", type)
            .compile(command + "\n")
            .save();

    // When
    Build build = world.build(project);

    // Then
    assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
    assertThat(world.output(build, "compile")).contains(proof);
  }
}
