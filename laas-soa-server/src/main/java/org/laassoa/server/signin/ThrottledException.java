package org.laassoa.server.signin;

import java.time.Duration;

/** Nothing was checked: too much has failed already, or too much is being checked. */
final class ThrottledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long seconds;

  ThrottledException(Duration wait) {
    super("too many sign-ins have failed");
    this.seconds = Math.max(1, wait.plusMillis(999).toSeconds());
  }

  /** After how many seconds it may be tried again, 1 or more. */
  long seconds() {
    return seconds;
  }
}
