package org.laassoa.server.provisioning;

/** A step that could not be done; the message is for the people who asked for it. */
final class StepFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * A failure.
   *
   * @param message what happened, without any secret
   * @param advice what a person can do about it
   */
  StepFailure(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /** What a person can do about it. */
  String advice() {
    return advice;
  }
}
