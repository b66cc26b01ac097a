package org.laassoa.builder.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Who this agent is to its server.
 *
 * @param server the server's base address
 * @param agentId the agent's id there
 * @param token what every call carries
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
record Identity(String server, String agentId, String token) {

  /** Without the token: this record may end up in a message. */
  @Override
  public String toString() {
    return "Identity[" + agentId + " at " + server + "]";
  }
}
