package org.laassoa.server.agentwire;

import jakarta.enterprise.context.ApplicationScoped;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionQueue;
import org.laassoa.server.action.Ownership;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** Says for whom a call writes, and how to refuse it when that is not the owner. */
@ApplicationScoped
class Owners {

  private final ActionQueue queue;

  Owners(ActionQueue queue) {
    this.queue = queue;
  }

  /**
   * What an agent claims to own.
   *
   * @throws ProblemException when there can be no such action or attempt
   */
  Ownership owner(long agentId, String actionId, int attempt) {
    if (attempt < 1) {
      throw ProblemException.invalidField("attempt", "must be 1 or more");
    }
    ActionId action = ActionId.parse(actionId).orElseThrow(Owners::noSuchAction);
    return new Ownership(action, attempt, agentId);
  }

  /** Why a write of somebody who is not the owner is refused. */
  ProblemException refusal(Ownership owner) {
    return queue
        .state(owner.action())
        .map(
            state ->
                new ProblemException(
                    ProblemType.ATTEMPT_SUPERSEDED,
                    "this agent does not own attempt "
                        + owner.attempt()
                        + " of action "
                        + owner.action()))
        .orElseGet(Owners::noSuchAction);
  }

  private static ProblemException noSuchAction() {
    return new ProblemException(ProblemType.NOT_FOUND, "there is no such action");
  }
}
