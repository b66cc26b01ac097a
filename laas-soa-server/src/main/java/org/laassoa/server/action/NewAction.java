package org.laassoa.server.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.ActionType;

/**
 * An action to enqueue.
 *
 * @param type what it is
 * @param priority -100 to 100; higher ones go first
 * @param plan what to do, JSON without secrets and without the subject's parameters
 * @param scriptRevisionId the pinned scripts
 * @param unrepeatableSteps the steps that must not run twice when an agent is lost
 * @param maxAttempts how often it may be handed out, at least 1
 * @param subject what it is about
 */
public record NewAction(
    ActionType type,
    int priority,
    String plan,
    long scriptRevisionId,
    List<String> unrepeatableSteps,
    int maxAttempts,
    ActionSubject subject) {

  /**
   * The same for another request.
   *
   * @param otherPriority its priority
   * @param parameters its parameters, a JSON object
   * @param retryOf the action that it repeats, or null
   * @param requestedBy who asks
   */
  public NewAction withRequest(
      int otherPriority, String parameters, @Nullable Long retryOf, String requestedBy) {
    return new NewAction(
        type,
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
            requestedBy));
  }
}
