package org.laassoa.server.provisioning;

import org.jspecify.annotations.Nullable;
import org.laassoa.server.machine.MachineFailure;

/** How an operation ended. */
sealed interface OperationEnd {

  /** All its steps were done. */
  record Succeeded() implements OperationEnd {}

  /**
   * It could not be done.
   *
   * @param step at which step, or null when it was none of them
   * @param failure why
   */
  record Failed(@Nullable String step, MachineFailure failure) implements OperationEnd {

    /** What happened, in English. */
    String error() {
      return step == null ? failure.message() : step + ": " + failure.message();
    }
  }
}
