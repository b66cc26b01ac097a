package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.endtoend.api.Build;

/** Case 9: an agent that is killed in the middle loses its build to another attempt. */
@ExtendWith(Worlds.Extension.class)
class LostAgentIT {

  private final Worlds worlds;

  LostAgentIT(Worlds worlds) {
    this.worlds = worlds;
  }

  @EachExecution
  void the_second_attempt_succeeds(Execution execution) throws IOException, InterruptedException {
    worlds.on(execution);
    try (World world = World.start(execution)) {
      // Given
      String name = World.unique("lost");
      world.repository(name).write("README", "lost").commit("Lost");
      String project =
          world
              .project(name)
              .compile(
                  "if [ -e \"$LAAS_DEPENDENCY_LIB/again\" ]; then echo second; exit 0; fi\n"
                      + "touch \"$LAAS_DEPENDENCY_LIB/again\"\necho first\nsleep 600\n")
              .save();
      Build queued = world.api().enqueue(project, "branch", "main", Map.of());
      Path mark = world.agent().settings().root().resolve("dependency_lib/again");
      world.api().await(queued.id(), build -> Files.exists(mark), World.BUILD_LIMIT);

      // When
      world.agent().process().kill();
      world.startAgent(world.server().address(), Map.of());

      // Then
      Build build = world.api().awaitEnd(queued.id(), Duration.ofMinutes(2));
      assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
      assertThat(build.attempt()).isEqualTo(2);
      assertThat(world.output(build, "compile")).isEqualTo("second\n");
    }
  }
}
