package org.laassoa.server.console.fleet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.AgentView;

/**
 * The agents that somebody looks for.
 *
 * @param rows those that were found, by name
 * @param total how many there are in all
 * @param text what the name or a label contains; empty for all
 * @param state only those in this condition, by its word; empty for all
 */
record AgentList(List<AgentRow> rows, int total, String text, String state) {

  static AgentList of(List<AgentView> agents, @Nullable String text, @Nullable String state) {
    String wanted = Objects.requireNonNullElse(text, "").strip();
    String condition = Objects.requireNonNullElse(state, "");
    List<AgentRow> found =
        agents.stream()
            .map(AgentRow::of)
            .filter(row -> row.contains(wanted))
            .filter(row -> condition.isEmpty() || row.condition().word().equals(condition))
            .sorted(Comparator.comparing((AgentRow row) -> row.agent().name()))
            .toList();
    return new AgentList(found, agents.size(), wanted, condition);
  }

  /** What can be chosen. */
  public List<String> states() {
    return Arrays.stream(AgentCondition.values()).map(AgentCondition::word).toList();
  }
}
