package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * Answer to {@code POST /join_agent}.
 *
 * @param agentId the agent
 * @param token what every further call carries as {@code Authorization: Bearer}
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record JoinAnswer(String agentId, String token) {

  /** Without the token: this record may end up in a message. */
  @Override
  public String toString() {
    return "JoinAnswer[" + agentId + "]";
  }
}
