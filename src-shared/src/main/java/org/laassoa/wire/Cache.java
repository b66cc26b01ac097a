package org.laassoa.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an agent keeps on its machine so that later builds are faster. */
public enum Cache {
  /** The last checkouts of branches. */
  WORKSPACES("workspaces"),
  /** What builds share, such as a Maven repository. */
  DEPENDENCY_LIB("dependency_lib"),
  /** Images that the agent has made, of build environments and of projects. */
  IMAGES("images"),
  /** Containers that have ended and that nobody takes up. */
  CONTAINERS("containers");

  private final String wireName;

  Cache(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire. */
  public String wireName() {
    return wireName;
  }

  /** The cache of that name, or nothing for a name that this version does not know. */
  public static Optional<Cache> ofWireName(String name) {
    return Arrays.stream(values()).filter(cache -> cache.wireName.equals(name)).findFirst();
  }

  /** Every name, in the order of declaration. */
  public static List<String> wireNames() {
    return Arrays.stream(values()).map(Cache::wireName).toList();
  }
}
