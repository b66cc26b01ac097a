package org.laassoa.server.provisioning;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * What happened in an operation.
 *
 * @param sequence its place among the operation's events, from 1
 * @param at when, by the database's clock
 * @param step the step that it is about
 * @param kind what it is
 * @param text the output, or why the step failed; else empty
 */
record OperationEvent(int sequence, Instant at, String step, Kind kind, String text) {

  /** What an event is. */
  enum Kind {
    /** A step has begun. */
    STARTED,
    /** A step says something. */
    OUTPUT,
    /** A step was done. */
    SUCCEEDED,
    /** A step could not be done. */
    FAILED;

    /** As in the table. */
    @JsonValue
    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
