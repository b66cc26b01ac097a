package org.laassoa.server.action;

import org.jspecify.annotations.Nullable;

/**
 * What an action is about, for those who look at the queue.
 *
 * @param projectId the project, or null
 * @param parentImageId the parent image, or null
 * @param name the name of the one or the other, at the time of the enqueue
 * @param refType {@code branch}, {@code tag} or null
 * @param ref the ref, or null
 * @param parameters JSON object, name to value, as asked for
 * @param retryOf the action that this one repeats, or null
 * @param requestedBy who asks
 * @param wantedCommit the commit that whoever asks speaks of, or null; only noted
 */
public record ActionSubject(
    @Nullable Long projectId,
    @Nullable Long parentImageId,
    String name,
    @Nullable String refType,
    @Nullable String ref,
    String parameters,
    @Nullable Long retryOf,
    String requestedBy,
    @Nullable String wantedCommit) {

  /** Whose turn it takes: subjects of the same key share one place in the order. */
  long fairKey() {
    if (projectId != null) {
      return projectId;
    }
    return parentImageId == null ? 0 : -parentImageId;
  }
}
