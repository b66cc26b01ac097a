package org.laassoa.builder.agent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which ways to learn of work the agent may use. Where none of them works it polls. */
enum PickUpChoice {
  /** The best that works. */
  AUTO,
  /** The doorbell, and no held polls. */
  DOORBELL,
  /** Held polls, and no doorbell. */
  HELD_POLL,
  /** Plain polls alone. */
  POLL;

  static Optional<PickUpChoice> of(String word) {
    return Arrays.stream(values())
        .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  boolean allows(PickUp way) {
    return this == AUTO || way == PickUp.POLL || way.name().equals(name());
  }
}
