package org.laassoa.server.people;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do, on everything or on one project; each role may do what those before may.
 */
public enum Role {
  /** Look. */
  VIEWER,
  /** Build, and cancel builds. */
  DEVELOPER,
  /** Configure. */
  ADMIN;

  /** The name in the API, in the database, and where endpoints say who may call them. */
  @JsonValue
  public String storedName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that name, or null where there is none. */
  static @Nullable Role ofStoredName(@Nullable String name) {
    return name == null ? null : valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The one of two that may do more; null is nothing. */
  public static @Nullable Role higher(@Nullable Role one, @Nullable Role other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** The role, or the cap where that is less; null stays null. */
  static @Nullable Role capped(@Nullable Role role, Role cap) {
    return role == null || role.compareTo(cap) <= 0 ? role : cap;
  }
}
