package org.laassoa.server.commitstatus;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told of a build.
 *
 * @param build its number
 * @param project the name of its project
 * @param ref the branch or tag that is built
 * @param commit the commit that it is told at
 * @param builtCommit the newer commit that was built in its place, or null
 * @param state the state of the build: {@code queued}, {@code running} or how it ended
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatusPayload(
    long build,
    String project,
    String ref,
    String commit,
    @Nullable String builtCommit,
    String state) {

  /** Whether a state follows. */
  boolean isPassing() {
    return state.equals("queued") || state.equals("running");
  }
}
