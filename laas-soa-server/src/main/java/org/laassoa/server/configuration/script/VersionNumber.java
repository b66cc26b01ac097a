package org.laassoa.server.configuration.script;

import org.jspecify.annotations.Nullable;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** A version's number as callers write it. */
public final class VersionNumber {
  private static final String REGEX = "[0-9]{1,9}";

  private VersionNumber() {}

  /**
   * The number in an address.
   *
   * @throws ProblemException {@link ProblemType#NOT_FOUND} for what is no number
   */
  public static int ofAddress(String text) {
    if (!text.matches(REGEX)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such version.");
    }
    return Integer.parseInt(text);
  }

  /**
   * The number in a query.
   *
   * @throws ProblemException {@link ProblemType#INVALID_FIELD} for what is no number
   */
  public static int ofQuery(String field, @Nullable String text) {
    if (text == null || !text.matches(REGEX)) {
      throw ProblemException.invalidField(field, "must be the number of a version");
    }
    return Integer.parseInt(text);
  }
}
