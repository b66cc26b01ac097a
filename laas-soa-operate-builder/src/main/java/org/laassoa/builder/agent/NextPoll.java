package org.laassoa.builder.agent;

import java.time.Duration;

/**
 * How the next poll is made.
 *
 * @param pickUp the way to learn of work that the agent uses now
 * @param waitSeconds how long the server may hold the poll, 0 for not at all
 * @param pause from the beginning of this poll to that of the next, when nothing wakes the loop
 */
record NextPoll(PickUp pickUp, int waitSeconds, Duration pause) {

  /** The same, answered at once. */
  NextPoll notHeld() {
    return new NextPoll(pickUp, 0, pause);
  }

  boolean held() {
    return waitSeconds > 0;
  }
}
