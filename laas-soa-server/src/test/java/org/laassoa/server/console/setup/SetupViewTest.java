package org.laassoa.server.console.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laassoa.server.configuration.registry.ImageRegistryView;

/** Which step of the first set-up is shown. */
class SetupViewTest {
  private static final SetupFacts NOTHING =
      new SetupFacts(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);

  private static final ImageRegistryView REGISTRY =
      new ImageRegistryView(
          1,
          "registry",
          "",
          "registry.example.com",
          null,
          null,
          false,
          true,
          false,
          Instant.EPOCH,
          Instant.EPOCH);

  @Test
  void it_begins_with_the_agent() {
    assertThat(SetupView.shown(new SetupQuery(), NOTHING)).isEqualTo(SetupStep.AGENT);
  }

  @Test
  void the_step_that_is_asked_for_is_shown_whatever_is_there() {
    SetupQuery query = new SetupQuery();
    query.step = "project";

    assertThat(SetupView.shown(query, NOTHING)).isEqualTo(SetupStep.PROJECT);
  }

  @Test
  void a_step_that_there_is_not_is_as_none() {
    SetupQuery query = new SetupQuery();
    query.step = "nonsense";

    assertThat(SetupView.shown(query, NOTHING)).isEqualTo(SetupStep.AGENT);
  }

  @Test
  void what_is_there_is_done_and_the_rest_is_open() {
    SetupFacts facts =
        new SetupFacts(
            List.of(), List.of(REGISTRY), List.of(), List.of(), List.of(), List.of(), false);

    List<String> states =
        List.of(SetupStep.values()).stream()
            .map(step -> SetupMark.of(step, facts, SetupStep.AGENT).state())
            .toList();

    assertThat(states).containsExactly("open", "done", "open", "open", "open", "open");
  }
}
