package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.endtoend.api.Build;

/** Case 7: scripts are fetched when their version differs, and are those of the enqueueing. */
@ExtendWith(Worlds.Extension.class)
class ScriptVersionsIT {

  private final Worlds worlds;

  ScriptVersionsIT(Worlds worlds) {
    this.worlds = worlds;
  }

  @EachExecution
  void only_a_changed_script_is_fetched_and_nothing_when_nothing_changed(Execution execution)
      throws IOException, InterruptedException {
    Needs.of(execution);
    World world = worlds.bare();
    try (Tap tap = Tap.before(world.server().address());
        var agent = world.startAgent(execution, tap.address(), Map.of())) {
      // Given
      ProjectSetup setup = project(world);
      String project = setup.compile(". \"$LAAS_BUILD/lib.sh\"\necho one $LIB\n").save();
      world.build(project);
      tap.forget();

      // When
      Build unchanged = world.build(project);
      List<Tap.Call> callsWhenUnchanged = tap.calls("/fetch_data");
      setup.compile(". \"$LAAS_BUILD/lib.sh\"\necho two $LIB\n").save();
      Build changed = world.build(project);

      // Then
      assertThat(callsWhenUnchanged).isEmpty();
      assertThat(world.output(unchanged, "compile")).isEqualTo("one lib\n");
      assertThat(world.output(changed, "compile")).isEqualTo("two lib\n");
      assertThat(tap.calls("/fetch_data"))
          .singleElement()
          .extracting(Tap.Call::body, InstanceOfAssertFactories.STRING)
          .contains("\"compile.sh\"")
          .doesNotContain("lib.sh");
    }
  }

  @EachExecution
  void an_edit_after_the_enqueueing_does_not_change_the_build(Execution execution)
      throws InterruptedException {
    // Given
    World world = worlds.on(execution);
    ProjectSetup setup = project(world);
    String project = setup.compile("echo as enqueued\n").save();
    Build queued;
    try (var paused = world.agent().pause()) {
      queued = world.api().enqueue(project, "branch", "main", Map.of());

      // When
      setup.compile("echo as edited\n").save();
    }

    // Then
    Build build = world.api().awaitEnd(queued.id(), World.BUILD_LIMIT);
    assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
    assertThat(world.output(build, "compile")).isEqualTo("as enqueued\n");
  }

  private static ProjectSetup project(World world) {
    String name = World.unique("scripts");
    world.repository(name).write("README", "scripts").commit("Scripts");
    return world.project(name).file("lib.sh", "LIB=lib\n");
  }
}
