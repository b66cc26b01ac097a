package org.laassoa.server.action;

import java.util.Optional;

/**
 * The number of an action, and of the build that it does.
 *
 * @param value 1 or more
 */
public record ActionId(long value) {

  /** The id in this text, or nothing when it is not a number that could be one. */
  public static Optional<ActionId> parse(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      return Optional.empty();
    }
    return Optional.of(new ActionId(Long.parseLong(text)));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
