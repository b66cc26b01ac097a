package org.laassoa.server.agent;

import java.util.Locale;

/** What people want of an agent. */
public enum Wanted {
  /** It takes work. */
  WORK,
  /** It takes nothing more, and does to its end what it has. */
  DRAIN,
  /** It drains, and then its process ends. */
  STOP;

  /** The name in the API and the database. */
  public String storedName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that name. */
  static Wanted ofStoredName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
