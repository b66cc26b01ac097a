package org.laassoa.server.agentwire;

import java.time.Duration;

/**
 * A poll whose bytes have been read and checked: the same bytes mean the same.
 *
 * @param bytes the body
 * @param poll what it means
 * @param address where it came from
 * @param terms what comes of it while the policy is the same
 * @param at when, by {@link System#nanoTime}
 */
record UnderstoodPoll(byte[] bytes, Poll poll, String address, Terms terms, long at) {

  /** After so long it is read again, and all that goes with it, such as the agent's address. */
  private static final long GOOD_FOR = Duration.ofMinutes(1).toNanos();

  boolean stillGood(long now) {
    return now - at < GOOD_FOR;
  }
}
