package org.laassoa.server.build;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.wire.ActionType;

/**
 * Which builds to list, newest first.
 *
 * @param project only of this project or parent image, or null
 * @param action only of this type, or null for builds of projects and parent images
 * @param state only in this state, or null
 * @param ref only of this branch or tag, or null; among the newest {@link #REACH} of what the
 *     others leave
 * @param text what the name or the ref contains, in any case; empty for all; likewise
 * @param page from 0
 * @param size how many on a page
 */
public record BuildFilter(
    @Nullable String project,
    @Nullable String action,
    @Nullable String state,
    @Nullable String ref,
    String text,
    int page,
    int size) {

  /** Those with a ref or a text are picked from so many builds, the newest of what is left. */
  public static final int REACH = 20_000;

  /** Checks it. */
  public BuildFilter {
    if (state != null && !isState(state)) {
      throw ProblemException.invalidField("state", "is not a state of a build");
    }
    if (action != null && ActionType.ofWireName(action).isEmpty()) {
      throw ProblemException.invalidField(
          "action", Message.of("known action types are %s", ActionType.wireNames()));
    }
    requireText("project", project);
    requireText("ref", ref);
  }

  /** The types of action to list. */
  List<ActionType> types() {
    return action == null
        ? Arrays.stream(ActionType.values()).filter(ActionType::isBuild).toList()
        : ActionType.ofWireName(action).stream().toList();
  }

  /** The database takes no NUL. */
  private static void requireText(String field, @Nullable String value) {
    if (value != null && value.indexOf('\0') >= 0) {
      throw ProblemException.invalidField(field, "contains NUL");
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
