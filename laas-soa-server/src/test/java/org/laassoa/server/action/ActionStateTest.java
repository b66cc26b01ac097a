package org.laassoa.server.action;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The states are written down three times; this holds the three against each other. */
class ActionStateTest {

  private static final Pattern ARROW = Pattern.compile("(?m)^ +(\\w+) --> (\\w+)");

  @Test
  void the_diagram_has_the_transitions_of_the_enum() throws IOException {
    String page = Files.readString(Path.of("../docs/architecture.md"));
    String diagram = page.substring(page.indexOf("stateDiagram"));
    diagram = diagram.substring(0, diagram.indexOf("```"));

    Set<String> drawn =
        ARROW
            .matcher(diagram)
            .results()
            .map(arrow -> arrow.group(1) + " " + arrow.group(2))
            .collect(toSet());

    assertThat(drawn).isEqualTo(transitions());
  }

  @Test
  void the_tables_allow_the_states_of_the_enum() throws IOException {
    String migration =
        Files.readString(
            Path.of("src/main/resources/db/migration/V002__queue_that_holds_under_load.sql"));

    Set<String> allowed =
        Pattern.compile("CHECK \\(state IN \\((.*?)\\)\\)")
            .matcher(migration)
            .results()
            .flatMap(list -> Pattern.compile("'(\\w+)'").matcher(list.group(1)).results())
            .map(name -> name.group(1))
            .collect(toSet());

    assertThat(allowed)
        .isEqualTo(Arrays.stream(ActionState.values()).map(ActionState::wireName).collect(toSet()));
  }

  @Test
  void nothing_follows_a_final_state() {
    Set<ActionState> ended =
        Arrays.stream(ActionState.values()).filter(ActionState::ended).collect(toSet());

    assertThat(ended)
        .containsExactlyInAnyOrder(
            ActionState.SUCCEEDED, ActionState.FAILED, ActionState.CANCELLED);
  }

  private static Set<String> transitions() {
    Set<String> transitions = new TreeSet<>();
    for (ActionState from : ActionState.values()) {
      from.successors().forEach(to -> transitions.add(from.wireName() + " " + to.wireName()));
    }
    return transitions;
  }
}
