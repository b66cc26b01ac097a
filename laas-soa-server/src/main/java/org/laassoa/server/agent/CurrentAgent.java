package org.laassoa.server.agent;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** The agent that makes the current call. */
@RequestScoped
public class CurrentAgent {

  private final SecurityIdentity identity;

  CurrentAgent(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * The agent.
   *
   * @throws ProblemException when the caller is signed in as somebody else
   */
  public Agent get() {
    if (identity.getPrincipal() instanceof Agent agent) {
      return agent;
    }
    throw new ProblemException(ProblemType.FORBIDDEN, "only agents call this");
  }

  /**
   * What this server knows of the agent.
   *
   * @throws ProblemException when the caller is signed in as somebody else
   */
  public AgentSession session() {
    AgentSession session = identity.getAttribute(AgentSession.class.getName());
    if (session == null) {
      throw new ProblemException(ProblemType.FORBIDDEN, "only agents call this");
    }
    return session;
  }
}
