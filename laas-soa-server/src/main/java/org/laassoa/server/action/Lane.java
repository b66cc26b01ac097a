package org.laassoa.server.action;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import org.laassoa.wire.ActionType;

/**
 * The actions that the same agents can take: they are of one type and require the same labels. Each
 * lane has an order of its own, so that what nobody can take is in nobody's way.
 *
 * @param type the type of the actions
 * @param requirement the labels that an agent must have, sorted, with commas between; empty when
 *     none are needed
 */
public record Lane(ActionType type, String requirement) {

  private static final String AGENT = "agent=";

  /** The lane of actions that need no label. */
  public static Lane open(ActionType type) {
    return new Lane(type, "");
  }

  /**
   * The lane of actions that need all of these labels.
   *
   * @param labels each without a comma
   */
  public static Lane requiring(ActionType type, Collection<String> labels) {
    return new Lane(type, String.join(",", new TreeSet<>(labels)));
  }

  /** The lane of actions that one agent alone can take. */
  public static Lane of(ActionType type, long agentId) {
    return new Lane(type, agentLabel(agentId));
  }

  /** The label that this agent alone has, given by the server. */
  public static String agentLabel(long agentId) {
    return AGENT + agentId;
  }

  /** Whether agents must not say of themselves that they have this label. */
  public static boolean reserved(String label) {
    return label.startsWith(AGENT);
  }

  /** The required labels; none for an open lane. */
  public String[] labels() {
    return requirement.isEmpty() ? new String[0] : requirement.split(",");
  }

  /** The agent that alone can take these actions, if there is such a one. */
  Optional<Long> onlyAgent() {
    return requirement.startsWith(AGENT) && requirement.indexOf(',') < 0
        ? Optional.of(Long.valueOf(requirement.substring(AGENT.length())))
        : Optional.empty();
  }
}
