package org.laassoa.server.build;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.NewAction;

/**
 * A build to enqueue.
 *
 * @param action the action that does it
 * @param projectId the project, or null
 * @param parentImageId the parent image, or null
 * @param subject the name of the one or the other
 * @param type {@code branch}, {@code tag} or null
 * @param ref the ref, or null
 * @param parameters as asked for
 * @param retryOf the build that this one repeats, or null
 * @param requestedBy who asks
 */
record NewBuild(
    NewAction action,
    @Nullable Long projectId,
    @Nullable Long parentImageId,
    String subject,
    @Nullable String type,
    @Nullable String ref,
    Map<String, String> parameters,
    @Nullable Long retryOf,
    String requestedBy) {}
