package org.laassoa.server.agent;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
    @Nullable String notTaking) {

  /** Whether it subscribes to this type. */
  public boolean takes(String type) {
    return actions.isEmpty() || actions.contains(type);
  }

  /** Whether work is handed to agents of its version. */
  public boolean supported() {
    return AgentVersions.supported(version);
  }
}
