package org.laassoa.server.action;

import org.laassoa.wire.ActionType;

/**
 * An action to enqueue.
 *
 * @param type what it is
 * @param payload what to do, JSON without secrets
 * @param scriptRevisionId the pinned scripts
 * @param maxAttempts how often it may be handed out, at least 1
 */
public record NewAction(ActionType type, String payload, long scriptRevisionId, int maxAttempts) {}
