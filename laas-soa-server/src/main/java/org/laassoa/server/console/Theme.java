package org.laassoa.server.console;

import java.util.Locale;

/** How the pages look. */
public enum Theme {
  /** As the browser's system does. */
  SYSTEM,
  /** Dark on light. */
  LIGHT,
  /** Light on dark. */
  DARK;

  /** As in the preference and in the attribute {@code data-theme}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
