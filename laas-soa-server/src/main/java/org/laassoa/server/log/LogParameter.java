package org.laassoa.server.log;

import org.jspecify.annotations.Nullable;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.ProblemException;

/**
 * Reads parameters of addresses. They come as text: the framework answers 404 where a number is
 * none, and a wrong parameter is the caller's 400.
 */
final class LogParameter {

  private LogParameter() {}

  /** A number, or the default where there is none. */
  static long number(String field, @Nullable String text, long missing, long min, long max) {
    if (text == null || text.isEmpty()) {
      return missing;
    }
    long number = text.matches("-?[0-9]{1,15}") ? Long.parseLong(text) : Long.MIN_VALUE;
    if (number < min || number > max) {
      throw ProblemException.invalidField(
          field, Message.of("must be a number from %d to %d", min, max));
    }
    return number;
  }

  /** The number of an attempt, or null for the last. */
  static @Nullable Integer attempt(@Nullable String text) {
    long number = number("attempt", text, 0, 0, Integer.MAX_VALUE);
    return number == 0 ? null : Math.toIntExact(number);
  }

  /** True or false; false where there is none. */
  static boolean truth(String field, @Nullable String text) {
    if (text == null || text.isEmpty() || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw ProblemException.invalidField(field, "must be true or false");
  }
}
