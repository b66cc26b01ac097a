package org.laassoa.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The types of actions that an agent can take. */
public enum ActionType {
  /** Builds a project. */
  BUILD("build", true),
  /** Builds an image that others are built on. */
  BUILD_PARENT_IMAGE("build_parent_image", true),
  /** Empties an agent's caches. */
  CLEAN("clean", false),
  /** Has an agent look at itself and its machine. */
  DIAGNOSE("diagnose", false);

  private final String wireName;
  private final boolean build;

  ActionType(String wireName, boolean build) {
    this.wireName = wireName;
    this.build = build;
  }

  /**
   * Whether it builds something, for which an agent needs room; else it is about the agent itself,
   * which takes it at any time.
   */
  public boolean isBuild() {
    return build;
  }

  /** The name on the wire and in the database. */
  public String wireName() {
    return wireName;
  }

  /** The type of that name, or nothing for a name that this version does not know. */
  public static Optional<ActionType> ofWireName(String name) {
    return Arrays.stream(values()).filter(type -> type.wireName.equals(name)).findFirst();
  }

  /** Every name, in the order of declaration. */
  public static List<String> wireNames() {
    return Arrays.stream(values()).map(ActionType::wireName).toList();
  }
}
