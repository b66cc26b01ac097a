package org.laassoa.server.provisioning.ssh;

import java.util.regex.Pattern;

/** What the SSH library says of a failure, for people: it likes to put Java's names into it. */
final class SaidByLibrary {

  private static final Pattern CLASS =
      Pattern.compile("(?:[a-z]\\w*\\.)+\\w*(?:Exception|Error)(?:: *|$)");

  private SaidByLibrary() {}

  /** Its words without names of classes; those of the cause where nothing is left. */
  static String of(Throwable failure) {
    String words = CLASS.matcher(String.valueOf(failure.getMessage())).replaceAll("").strip();
    if (!words.isEmpty()) {
      return words;
    }
    Throwable cause = failure.getCause();
    return cause == null ? "nothing more is known" : of(cause);
  }
}
