package org.laassoa.endtoend.chaos;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * One thing to break.
 *
 * @param phase when
 * @param fault what
 * @param delay how long to wait first, at {@link Phase#ANY_TIME}; how far to let the server come,
 *     at {@link Phase#SERVER_START}
 * @param outage how long it stays broken
 * @param victim which of several, where the phase does not say it; any number
 * @param repairFirst whether it is repaired before the next thing is broken
 */
record PlannedFault(
    Phase phase, Fault fault, Duration delay, Duration outage, int victim, boolean repairFirst) {

  /** Longer than the lease, so that others take over what a stalled agent has. */
  private static final int LONGEST_STALL = 8_000;

  /** Agents wait longer and longer between tries: a longer one would only make rounds longer. */
  private static final int LONGEST_OUTAGE = 2_500;

  private static final int LONGEST_DELAY = 2_500;

  static PlannedFault of(Phase phase, Fault fault, SplittableRandom random) {
    int longest = fault == Fault.AGENT_STALL ? LONGEST_STALL : LONGEST_OUTAGE;
    return new PlannedFault(
        phase,
        fault,
        Duration.ofMillis(random.nextInt(LONGEST_DELAY)),
        Duration.ofMillis(random.nextInt(longest)),
        random.nextInt(1000),
        random.nextBoolean());
  }

  /** Whether connections to the Git server are cut by it too. */
  boolean cutsGit() {
    return phase == Phase.CHECKOUT && (fault == Fault.CONNECTION || fault == Fault.ALL_CONNECTIONS);
  }

  @Override
  public String toString() {
    return fault.words() + " (" + phase.words() + ")";
  }
}
