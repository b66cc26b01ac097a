package org.laassoa.server.build;

import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.problem.ProblemException;

/**
 * Which builds to list, newest first.
 *
 * @param project only of this project or parent image, or null
 * @param state only in this state, or null
 * @param page from 0
 * @param size 1 to 200
 */
record BuildFilter(@Nullable String project, @Nullable String state, int page, int size) {

  private static final int MOST_SIZE = 200;
  private static final int MOST_PAGE = 1_000_000;

  BuildFilter {
    if (page < 0 || page > MOST_PAGE) {
      throw ProblemException.invalidField("page", "must be from 0 to " + MOST_PAGE);
    }
    if (size < 1 || size > MOST_SIZE) {
      throw ProblemException.invalidField("size", "must be from 1 to " + MOST_SIZE);
    }
    if (state != null && !isState(state)) {
      throw ProblemException.invalidField("state", "is not a state of a build");
    }
    if (project != null && project.indexOf('\0') >= 0) {
      throw ProblemException.invalidField("project", "contains NUL");
    }
  }

  private static boolean isState(String name) {
    for (ActionState state : ActionState.values()) {
      if (state.wireName().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
