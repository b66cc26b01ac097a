package org.laassoa.server.agent;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.ActionType;

/**
 * What the server's side says about agents, as it is at one moment.
 *
 * @param rules the capability rules, narrowest network first
 * @param wanted what is wanted of agents, by number; those that just work are missing
 */
public record AgentPolicy(List<Rule> rules, Map<Long, Wanted> wanted) {

  /** No rules, and everybody works. */
  static final AgentPolicy NONE = new AgentPolicy(List.of(), Map.of());

  /**
   * A capability rule.
   *
   * @param name its name
   * @param network whom it is about
   * @param types what they may take
   */
  public record Rule(String name, CidrAddress network, Set<ActionType> types) {}

  /**
   * What an agent may take.
   *
   * @param types the types
   * @param reason why that is so, in words, or null when there are no rules
   * @param rule the rule that says so, or null when there are no rules or none is about it
   */
  public record Allowed(Set<ActionType> types, @Nullable String reason, @Nullable Rule rule) {}

  /**
   * What an agent may take that polls from an address: what the rule of the narrowest network says.
   * Without any rule that is everything; once there are rules, whoever none is about gets nothing.
   *
   * @param address an IP address, or null when it is not known yet
   */
  public Allowed allowed(@Nullable String address) {
    if (rules.isEmpty()) {
      return new Allowed(EnumSet.allOf(ActionType.class), null, null);
    }
    InetAddress from = address == null ? null : Inet.parseInetAddress(address);
    return Optional.ofNullable(from)
        .flatMap(one -> rules.stream().filter(rule -> rule.network().matches(one)).findFirst())
        .map(rule -> new Allowed(rule.types(), words(rule), rule))
        .orElseGet(
            () ->
                new Allowed(
                    EnumSet.noneOf(ActionType.class),
                    "no capability rule is about the address " + address,
                    null));
  }

  private static String words(Rule rule) {
    return "the capability rule " + rule.name() + " for " + rule.network();
  }

  /** What is wanted of an agent. */
  public Wanted wanted(long agentId) {
    return wanted.getOrDefault(agentId, Wanted.WORK);
  }
}
