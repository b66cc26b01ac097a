package org.laassoa.server.agentwire;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.laassoa.server.action.Ownership;
import org.laassoa.server.language.Message;
import org.laassoa.server.log.Append;
import org.laassoa.server.log.LogStore;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** Takes log bytes from agents. */
@ApplicationScoped
class LogAppends {

  private final Owners owners;
  private final LogStore log;

  LogAppends(Owners owners, LogStore log) {
    this.owners = owners;
    this.log = log;
  }

  /**
   * Appends to the log of an attempt.
   *
   * @return the next byte wanted
   * @throws ProblemException when the agent does not own the attempt, bytes before these are
   *     missing, or the log would be too long
   */
  long append(long agentId, String actionId, int attempt, long offset, byte[] data) {
    if (offset < 0) {
      throw ProblemException.invalidField("offset", "must be 0 or more");
    }
    Ownership owner = owners.owner(agentId, actionId, attempt);
    return switch (log.append(owner, offset, data)) {
      case Append.Stored stored -> stored.next();
      case Append.Gap gap ->
          throw new ProblemException(
              ProblemType.LOG_GAP,
              Message.of("the next byte wanted is %s", gap.wanted()),
              Map.of("offset", gap.wanted()));
      case Append.TooLong tooLong ->
          throw new ProblemException(
              ProblemType.TOO_LARGE, Message.of("a log may have %s bytes", tooLong.limit()));
      case Append.Superseded superseded -> throw owners.refusal(owner);
    };
  }
}
