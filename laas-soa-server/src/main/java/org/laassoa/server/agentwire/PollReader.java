package org.laassoa.server.agentwire;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.AgentSession;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.wire.ConsumeRequest;

/** Reads polls, and notes what they say about their agents. */
@ApplicationScoped
class PollReader {

  private final WireBody wireBody;

  PollReader(WireBody wireBody) {
    this.wireBody = wireBody;
  }

  /**
   * Reads a poll.
   *
   * @param body the request's body, or null when it has none
   * @param address where the agent polls from
   * @throws ProblemException when it cannot be read, or a field has a value that it cannot have;
   *     nothing is noted then
   */
  Poll read(AgentSession session, byte @Nullable [] body, String address) {
    Poll poll = Poll.of(wireBody.readOrEmpty(body, ConsumeRequest.class));
    session.polled(
        poll.presence(session.agent().id(), address),
        new UnderstoodPoll(body == null ? new byte[0] : body, poll, System.nanoTime()));
    return poll;
  }
}
