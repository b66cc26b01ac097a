package org.laassoa.server.console.fleet;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.AgentView;

/**
 * An agent as pages show it.
 *
 * @param agent what is known of it
 * @param condition how it is
 * @param load how busy it is
 * @param disk its disk, or null when it does not say
 */
public record AgentRow(
    AgentView agent, AgentCondition condition, Load load, @Nullable DiskUse disk) {

  /** That agent. */
  public static AgentRow of(AgentView agent) {
    return new AgentRow(
        agent,
        AgentCondition.of(agent),
        new Load(agent.holding(), agent.capacity()),
        DiskUse.of(agent.disk()));
  }

  /** Where it polls from. */
  public String address() {
    return Objects.requireNonNullElse(agent.address(), "–");
  }

  /** Whether it says that it takes nothing, and has less free than it needs. */
  public boolean isDiskLow() {
    return agent.notTaking() != null && disk != null && disk.isLow();
  }

  /** Whether its name or one of its labels contains the text, in any case. */
  boolean contains(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return Stream.concat(Stream.of(agent.name()), agent.labels().stream())
        .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
