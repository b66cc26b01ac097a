package org.laassoa.server.agentwire;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.AgentPolicies;
import org.laassoa.server.agent.AgentSession;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.wire.ConsumeRequest;

/** Reads polls, and notes what they say about their agents. */
@ApplicationScoped
class PollReader {

  private final WireBody wireBody;
  private final AgentPolicies policies;

  PollReader(WireBody wireBody, AgentPolicies policies) {
    this.wireBody = wireBody;
    this.policies = policies;
  }

  /**
   * Reads a poll.
   *
   * @param body the request's body, or null when it has none
   * @param address where the agent polls from
   * @throws ProblemException when it cannot be read, or a field has a value that it cannot have;
   *     nothing is noted then
   */
  UnderstoodPoll read(AgentSession session, byte @Nullable [] body, String address) {
    Poll poll = Poll.of(wireBody.readOrEmpty(body, ConsumeRequest.class));
    Terms terms = Terms.of(session.agent(), poll, address, policies.current());
    UnderstoodPoll understood =
        new UnderstoodPoll(
            body == null ? new byte[0] : body, poll, address, terms, System.nanoTime());
    session.polled(poll.presence(session.agent().id(), address), understood);
    return understood;
  }

  /** Whether a poll with the same bytes still means the same. */
  boolean stillGood(UnderstoodPoll last) {
    return last.stillGood(System.nanoTime()) && last.terms().policy() == policies.current();
  }
}
