package org.laassoa.server.problem;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.laassoa.server.language.Message;

/** Ends a request with an answer from the catalogue. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient Message message;
  private final transient Map<String, Object> members;

  /** A problem of {@code type}; {@code detail} says what happened here, in words. */
  public ProblemException(ProblemType type, String detail) {
    this(type, Message.of(detail));
  }

  /** As above, with words that name values. */
  public ProblemException(ProblemType type, Message detail) {
    this(type, detail, Map.of());
  }

  /** As above, with RFC 9457 extension members (snake_case names, JSON values). */
  public ProblemException(ProblemType type, Message detail, Map<String, Object> members) {
    super(detail.toString());
    this.type = type;
    this.message = detail;
    this.members = Map.copyOf(members);
  }

  /** {@link ProblemType#INVALID_FIELD} about these fields; at least one. */
  public static ProblemException invalidFields(List<FieldError> errors) {
    Message detail =
        new Message(
            String.join("; ", Collections.nCopies(errors.size(), "%s")),
            errors.stream().<Object>map(FieldError::words).toList());
    return new ProblemException(
        ProblemType.INVALID_FIELD, detail, Map.of("errors", List.copyOf(errors)));
  }

  /** {@link ProblemType#INVALID_FIELD} about one field. */
  public static ProblemException invalidField(String field, String message) {
    return invalidField(field, Message.of(message));
  }

  /** As above, with words that name values. */
  public static ProblemException invalidField(String field, Message message) {
    return invalidFields(List.of(new FieldError(field, message)));
  }

  /** The type from the catalogue. */
  public ProblemType type() {
    return type;
  }

  /** This occurrence in words. */
  public Message detail() {
    return message;
  }

  /** Extension members of the answer, possibly none. */
  public Map<String, Object> members() {
    return members;
  }

  /** What is wrong with which field, possibly nothing. */
  public List<FieldError> errors() {
    return members.get("errors") instanceof List<?> all
        ? all.stream().map(FieldError.class::cast).toList()
        : List.of();
  }
}
