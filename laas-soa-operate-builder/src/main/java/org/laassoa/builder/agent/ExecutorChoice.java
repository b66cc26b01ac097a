package org.laassoa.builder.agent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the agent runs scripts with. */
enum ExecutorChoice {
  /** Docker where an engine answers, else processes. */
  AUTO,
  /** Docker; the agent does not start without an engine. */
  DOCKER,
  /** Processes of this host, isolated from nothing. */
  PROCESS;

  static Optional<ExecutorChoice> of(String word) {
    return Arrays.stream(values()).filter(choice -> choice.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
