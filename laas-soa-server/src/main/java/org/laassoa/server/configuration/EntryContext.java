package org.laassoa.server.configuration;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Set;

/** What the entries of every kind need besides their own table. */
@ApplicationScoped
public class EntryContext {
  private final ObjectMapper json;
  private final Validator validator;
  private final EntryHistory history;
  private final Author author;
  private final Clock clock;

  EntryContext(
      ObjectMapper json, Validator validator, EntryHistory history, Author author, Clock clock) {
    this.json = json;
    this.validator = validator;
    this.history = history;
    this.author = author;
    this.clock = clock;
  }

  ObjectMapper json() {
    return json;
  }

  EntryHistory history() {
    return history;
  }

  Author author() {
    return author;
  }

  Clock clock() {
    return clock;
  }

  /**
   * As the framework does with what comes as a body.
   *
   * @throws ConstraintViolationException if a constraint does not hold
   */
  void validate(Object request) {
    Set<ConstraintViolation<Object>> violations = validator.validate(request);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
  }
}
