package org.laassoa.server.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one caller wants enqueued, all or none.
 *
 * @param actions at least one
 * @param key makes the request repeatable, or null
 */
public record EnqueueRequest(List<NewAction> actions, @Nullable IdempotencyKey key) {}
