package org.laassoa.server.console.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.AgentView;
import org.laassoa.server.build.BuildView;
import org.laassoa.server.build.Waiting.Refusal;

/**
 * What one agent says to a build that waits.
 *
 * @param agent its number
 * @param name its name
 * @param kind as {@link Refusal#kind} has it
 * @param detail what that is about: the missing labels, the version, how busy it is; may be empty
 */
public record AgentAnswer(long agent, String name, String kind, String detail) {

  /** The nearer to taking it, the earlier; any other kind comes last. */
  private static final List<String> ORDER =
      List.of(
          "none", "capacity", "disk", "drained", "offline", "labels", "rule", "type", "version");

  /** What this agent, which refuses in that way, is to be shown with. */
  static AgentAnswer of(AgentView agent, Refusal refusal, BuildView build) {
    return new AgentAnswer(agent.id(), agent.name(), refusal.kind(), detail(agent, refusal, build));
  }

  /** Its place among others. */
  int order() {
    int place = ORDER.indexOf(kind);
    return place < 0 ? ORDER.size() : place;
  }

  /** Whether it could take the build when it has a free place. */
  boolean couldTake() {
    return kind.equals("none") || kind.equals("capacity");
  }

  private static String detail(AgentView agent, Refusal refusal, BuildView build) {
    String detail =
        switch (refusal.kind()) {
          case "capacity" -> agent.holding() + " / " + agent.capacity();
          case "labels" -> String.join(", ", agent.lacks(build.requiredLabels()));
          case "version" -> agent.version();
          case "rule" -> rule(agent);
          case "disk" -> agent.notTaking();
          default -> "";
        };
    return detail == null ? "" : detail;
  }

  /** The rule with its network, or the address that none is about: names, in any language. */
  private static @Nullable String rule(AgentView agent) {
    AgentView.Effective effective = agent.effective();
    return effective.rule() == null
        ? agent.address()
        : effective.rule() + " (" + effective.network() + ")";
  }
}
