package org.laassoa.server.console.fleet;

import java.util.Locale;
import org.laassoa.server.agent.AgentView;

/** How an agent is, in one word: what keeps it from taking work, if anything does. */
public enum AgentCondition {
  /** It takes work. */
  ONLINE("online"),
  /** Nothing is heard of it. */
  OFFLINE("offline"),
  /** It was told to end, and has. */
  STOPPED("stopped"),
  /** It ends as soon as it holds nothing. */
  STOPPING("drained"),
  /** It takes nothing more and still has something. */
  DRAINING("drained"),
  /** It takes nothing more and has nothing. */
  DRAINED("drained"),
  /** Its version is older than what the server works with. */
  OUTDATED("warning"),
  /** The capability rules leave it nothing that it asks for. */
  FORBIDDEN("warning"),
  /** It says itself that it takes nothing. */
  PAUSED("warning");

  private final String style;

  AgentCondition(String style) {
    this.style = style;
  }

  /** How that agent is: the first of these that holds. */
  public static AgentCondition of(AgentView agent) {
    if (!agent.online()) {
      return agent.wanted().equals("stop") ? STOPPED : OFFLINE;
    }
    return switch (agent.wanted()) {
      case "stop" -> STOPPING;
      case "drain" -> agent.holding() > 0 ? DRAINING : DRAINED;
      default -> ofOneThatShallWork(agent);
    };
  }

  private static AgentCondition ofOneThatShallWork(AgentView agent) {
    if (!agent.supported()) {
      return OUTDATED;
    }
    if (agent.effective().actions().isEmpty()) {
      return FORBIDDEN;
    }
    return agent.notTaking() == null ? ONLINE : PAUSED;
  }

  /** By which its words are chosen. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The end of the name of its style, {@code state-…}. */
  public String style() {
    return style;
  }

  /** Whether somebody should look at it. */
  public boolean isTrouble() {
    return this == OFFLINE || this == OUTDATED || this == FORBIDDEN || this == PAUSED;
  }
}
