package org.laassoa.server.agent;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.ActionType;
import org.laassoa.wire.DiskSpace;

/**
 * An agent, as the API shows it.
 *
 * @param id its number
 * @param name its name
 * @param actions the types it subscribes to; empty means all
 * @param capacity how many actions it takes at the same time
 * @param version its version
 * @param executor how it runs scripts: {@code docker} or {@code process}
 * @param address where it polls from
 * @param lastSeen its last poll
 * @param online whether it has polled within the last 15 seconds
 * @param holding how many actions it owns now
 * @param pickUp how it learns of work: {@code doorbell}, {@code held_poll} or {@code poll}
 * @param notTaking why it takes nothing at present, in its own words
 * @param labels what it has, in its own words
 * @param disk the disk of its folder, as it said last; null when it does not say
 * @param wanted what is wanted of it: {@code work}, {@code drain} or {@code stop}
 * @param effective what it gets, and why
 */
@Schema(name = "Agent")
@JsonNaming(SnakeCaseStrategy.class)
public record AgentView(
    long id,
    String name,
    List<String> actions,
    int capacity,
    @Nullable String version,
    @Nullable String executor,
    @Nullable String address,
    @Nullable Instant lastSeen,
    boolean online,
    int holding,
    @Nullable String pickUp,
    @Nullable String notTaking,
    List<String> labels,
    @Nullable DiskSpace disk,
    String wanted,
    Effective effective) {

  /**
   * What an agent gets: its subscription within what the rules allow.
   *
   * @param actions the types
   * @param reason the rule that decides, in words; missing when there are no rules
   * @param rule that rule's name; missing when there is none about the agent
   * @param network whom that rule is about
   */
  @Schema(name = "EffectiveActions")
  public record Effective(
      List<String> actions,
      @Nullable String reason,
      @Nullable String rule,
      @Nullable String network) {

    /**
     * What is left of a subscription.
     *
     * @param subscription the types that an agent asks for; empty means all
     */
    static Effective of(List<String> subscription, AgentPolicy.Allowed allowed) {
      AgentPolicy.Rule rule = allowed.rule();
      return new Effective(
          ActionType.wireNames().stream()
              .filter(type -> subscription.isEmpty() || subscription.contains(type))
              .filter(
                  type -> ActionType.ofWireName(type).filter(allowed.types()::contains).isPresent())
              .toList(),
          allowed.reason(),
          rule == null ? null : rule.name(),
          rule == null ? null : rule.network().toString());
    }
  }

  /** Whether it subscribes to this type. */
  public boolean takes(String type) {
    return actions.isEmpty() || actions.contains(type);
  }

  /** Whether the rules let it take this type. */
  public boolean mayTake(String type) {
    return effective.actions().contains(type);
  }

  /** What it lacks of these labels. */
  public List<String> lacks(List<String> required) {
    return required.stream()
        .filter(label -> !labels.contains(label) && !label.equals("agent=" + id))
        .toList();
  }

  /** Whether work is handed to agents of its version. */
  public boolean supported() {
    return AgentVersions.supported(version);
  }
}
