package org.laassoa.server.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.problem.FieldErrors;

/**
 * Which events of the audit trail are wanted. An empty text means any.
 *
 * @param actor the user
 * @param action the operation's id
 * @param subject the path below {@code /api}, or one above it: {@code git-servers} finds all of
 *     them
 * @param from from this time on
 * @param to before this time
 */
public record AuditFilter(String actor, String action, String subject, Instant from, Instant to) {

  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  /**
   * A filter from an address's parameters, each of which may be missing.
   *
   * @throws org.laassoa.server.problem.ProblemException when one of them is not valid
   */
  public static AuditFilter of(
      @Nullable String actor,
      @Nullable String action,
      @Nullable String subject,
      @Nullable String from,
      @Nullable String to) {
    FieldErrors errors = new FieldErrors();
    AuditFilter filter =
        new AuditFilter(
            text(actor, "actor", errors),
            text(action, "action", errors),
            text(subject, "subject", errors).replaceAll("^/+|/+$", ""),
            time(from, FIRST, "from", errors),
            time(to, LAST, "to", errors));
    errors.throwIfAny();
    return filter;
  }

  private static String text(@Nullable String text, String field, FieldErrors errors) {
    errors.require(text == null || text.indexOf('\0') < 0, field, "contains NUL");
    return text == null ? "" : text;
  }

  private static Instant time(
      @Nullable String text, Instant otherwise, String field, FieldErrors errors) {
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    try {
      Instant time = Instant.parse(text);
      // What PostgreSQL can compare with.
      return time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
    } catch (DateTimeParseException e) {
      errors.add(field, "must be a time such as 2026-11-22T10:00:00Z");
      return otherwise;
    }
  }
}
