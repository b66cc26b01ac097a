package org.laassoa.server.problem;

import java.util.ArrayList;
import java.util.List;
import org.laassoa.server.language.Message;

/** Collects what is wrong with a request, so that the caller learns all of it at once. */
public final class FieldErrors {
  private final List<FieldError> errors = new ArrayList<>();

  /** Notes an error at {@code field} unless {@code valid}. */
  public void require(boolean valid, String field, String message) {
    require(valid, field, Message.of(message));
  }

  /** As above, with words that name values. */
  public void require(boolean valid, String field, Message message) {
    if (!valid) {
      add(field, message);
    }
  }

  /** Notes an error. */
  public void add(String field, String message) {
    add(field, Message.of(message));
  }

  /** As above, with words that name values. */
  public void add(String field, Message message) {
    errors.add(new FieldError(field, message));
  }

  /**
   * Goes on only if nothing was noted.
   *
   * @throws ProblemException {@link ProblemType#INVALID_FIELD} with all that was noted
   */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw ProblemException.invalidFields(errors);
    }
  }
}
