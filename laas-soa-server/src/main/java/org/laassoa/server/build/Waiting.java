package org.laassoa.server.build;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a queued build waits.
 *
 * @param reason in words
 * @param position how many builds are handed out before it, plus one; 1000 means that or more
 * @param agents the agents, each with the reason why it does not take the build; at most 100
 */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Waiting")
public record Waiting(String reason, int position, List<Refusal> agents) {

  /**
   * One agent that was considered.
   *
   * @param name its name
   * @param kind {@code offline}, {@code version}, {@code type} (it does not subscribe to it),
   *     {@code rule} (it may not take it), {@code labels} (it lacks what is required), {@code
   *     drained}, {@code disk} (or whatever else it says why it takes nothing), {@code capacity},
   *     or {@code none} when it is about to take it
   * @param reason in words
   */
  @Schema(name = "Refusal")
  public record Refusal(String name, String kind, String reason) {}
}
