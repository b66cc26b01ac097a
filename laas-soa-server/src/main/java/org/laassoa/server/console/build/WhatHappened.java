package org.laassoa.server.console.build;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Outcome;

/**
 * An outcome, taken apart so that it can be said in any language.
 *
 * @param kind such as {@code script_failed}
 * @param step the step that it happened in, or empty
 * @param number the exit code, the limit in MiB or in seconds; 0 where there is none
 * @param reason such as {@code ref_not_found}, or empty
 * @param detail what else is known, in English, or empty
 */
public record WhatHappened(String kind, String step, long number, String reason, String detail) {

  private static final long MEBIBYTE = 1 << 20;

  /** Exit codes that mean the same everywhere: those of shells, and 128 plus a signal's number. */
  private static final Set<Long> TELLING = Set.of(126L, 127L, 130L, 134L, 137L, 139L, 143L);

  /** What this outcome says. */
  static WhatHappened of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Succeeded() -> new WhatHappened("succeeded", "", 0, "", "");
      case Outcome.ScriptFailed(String step, int exitCode) ->
          new WhatHappened("script_failed", step, exitCode, "", "");
      case Outcome.OutOfMemory(String step, Long limit) ->
          new WhatHappened("out_of_memory", step, limit == null ? 0 : limit / MEBIBYTE, "", "");
      case Outcome.TimedOut(String step, long limit) ->
          new WhatHappened("timed_out", step, limit, "", "");
      case Outcome.Cancelled(String step) ->
          new WhatHappened("cancelled", orEmpty(step), 0, "", "");
      case Outcome.HandedBack(String step) ->
          new WhatHappened("handed_back", orEmpty(step), 0, "", "");
      case Outcome.InputFailed(String step, FailureReason reason, String detail) ->
          new WhatHappened("input_failed", step, 0, code(reason), detail);
      case Outcome.InfrastructureFailed(String step, FailureReason reason, String detail) ->
          new WhatHappened("infrastructure_failed", step, 0, code(reason), detail);
    };
  }

  /** The exit code as the words name it. */
  public String exitCode() {
    return Long.toString(number);
  }

  /** Whether the exit code alone says something. */
  public boolean hasExitHint() {
    return kind.equals("script_failed") && TELLING.contains(number);
  }

  private static String code(@Nullable FailureReason reason) {
    // A newer agent may have one that this version does not know.
    return reason == null ? "internal" : reason.name().toLowerCase(Locale.ROOT);
  }

  private static String orEmpty(@Nullable String step) {
    return step == null ? "" : step;
  }
}
