package org.laassoa.server.console.setup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A step of the first set-up, in their order. */
enum SetupStep {
  /** An agent is there. */
  AGENT,
  /** Where images are pushed to; one can do without. */
  REGISTRY,
  /** Where the sources are; a repository's whole address does as well. */
  GIT,
  /** How the language is built. */
  CONFIGURATION,
  /** What is built. */
  PROJECT,
  /** It is built, and succeeds. */
  BUILD;

  /** By which its words are chosen, also in its address. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The step of that word. */
  static Optional<SetupStep> of(String word) {
    return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
  }
}
