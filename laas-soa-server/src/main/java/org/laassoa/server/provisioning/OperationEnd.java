package org.laassoa.server.provisioning;

/** How an operation ended. */
sealed interface OperationEnd {

  /** All its steps were done. */
  record Succeeded() implements OperationEnd {}

  /**
   * A step could not be done.
   *
   * @param error what happened
   * @param advice what a person can do about it
   */
  record Failed(String error, String advice) implements OperationEnd {}
}
