package org.laassoa.server.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.ActionType;

/**
 * An action to enqueue.
 *
 * @param lane what it is, and which agents can take it
 * @param priority -100 to 100; higher ones go first
 * @param plan what to do, JSON without secrets and without the subject's parameters
 * @param scriptRevisionId the pinned scripts, or null when there are none
 * @param unrepeatableSteps the steps that must not run twice when an agent is lost
 * @param maxAttempts how often it may be handed out, at least 1
 * @param subject what it is about
 */
public record NewAction(
    Lane lane,
    int priority,
    String plan,
    @Nullable Long scriptRevisionId,
    List<String> unrepeatableSteps,
    int maxAttempts,
    ActionSubject subject) {

  /** What it is. */
  public ActionType type() {
    return lane.type();
  }

  /**
   * The same for another request.
   *
   * @param otherPriority its priority
   * @param parameters its parameters, a JSON object
   * @param retryOf the action that it repeats, or null
   * @param requestedBy who asks
   * @param wantedCommit the commit that the request speaks of, or null
   */
  public NewAction withRequest(
      int otherPriority,
      String parameters,
      @Nullable Long retryOf,
      String requestedBy,
      @Nullable String wantedCommit) {
    return new NewAction(
        lane,
        otherPriority,
        plan,
        scriptRevisionId,
        unrepeatableSteps,
        maxAttempts,
        new ActionSubject(
            subject.projectId(),
            subject.parentImageId(),
            subject.name(),
            subject.refType(),
            subject.ref(),
            parameters,
            retryOf,
            requestedBy,
            wantedCommit));
  }
}
