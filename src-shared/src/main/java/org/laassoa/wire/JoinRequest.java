package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /join_agent}: an agent's first contact.
 *
 * @param joinToken what an administrator made for it; expires
 * @param name the agent's name, 1 to 100 characters
 * @param actions the action types it will subscribe to; missing means all
 * @param version the agent's version
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record JoinRequest(
    String joinToken, String name, @Nullable List<String> actions, @Nullable String version) {

  /** Without the token: this record may end up in a message. */
  @Override
  public String toString() {
    return "JoinRequest[" + name + "]";
  }
}
