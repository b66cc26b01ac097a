package org.laassoa.server.problem;

import org.laassoa.server.language.Message;
import org.laassoa.server.language.Translations;

/**
 * What is wrong with one field of a request.
 *
 * @param field where, as in the request's JSON: {@code packaging.file}
 * @param message what is wanted, in words, never repeating a secret
 */
public record FieldError(String field, Message message) {

  /** With words that name no values. */
  public FieldError(String field, String message) {
    this(field, Message.of(message));
  }

  /** In words that can stand in a list. */
  Message words() {
    return Message.of("%s %s", field, message);
  }

  FieldError in(Translations language) {
    return new FieldError(field, message.in(language));
  }
}
