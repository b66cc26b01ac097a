package org.laassoa.endtoend.chaos;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * All that happens in a round; it follows from the seed and from whether there is an engine.
 *
 * @param seed the round's own
 * @param builds enqueued at its beginning
 * @param faults what is broken, in this order
 * @param baits one for each fault, enqueued when the fault is about to be: so that there is a build
 *     that comes to its phase
 */
record RoundPlan(
    long seed, List<PlannedBuild> builds, List<PlannedFault> faults, List<PlannedBuild> baits) {

  /** Rounds with seeds that follow each other go through the phases in turn, three each. */
  private static final int PHASES_IN_TURN = 3;

  /** After so many rounds each phase has had its turn. */
  static final int ROUNDS_FOR_EVERY_PHASE = Phase.values().length / PHASES_IN_TURN;

  private static final List<BuildKind> KINDS =
      List.of(
          BuildKind.SMALL,
          BuildKind.SMALL,
          BuildKind.LARGE,
          BuildKind.TAG,
          BuildKind.FAILING,
          BuildKind.CANCELLED,
          BuildKind.ONCE);

  static RoundPlan of(long seed, boolean engine) {
    SplittableRandom random = new SplittableRandom(seed);
    List<PlannedFault> faults = new ArrayList<>();
    List<PlannedBuild> baits = new ArrayList<>();
    List<Phase> phases = phases(seed);
    for (int i = 0; i < phases.size(); i++) {
      faults.add(PlannedFault.of(phases.get(i), fault(phases.get(i), engine, random), random));
      baits.add(PlannedBuild.of(seed + "-bait-" + i, bait(phases.get(i)), random));
    }
    List<PlannedBuild> builds = new ArrayList<>();
    int count = random.nextInt(4, 8);
    for (int i = 0; i < count; i++) {
      BuildKind kind = KINDS.get(random.nextInt(KINDS.size()));
      builds.add(PlannedBuild.of(seed + "-" + i, kind, random));
    }
    return new RoundPlan(seed, builds, faults, baits);
  }

  private static List<Phase> phases(long seed) {
    Phase[] all = Phase.values();
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < PHASES_IN_TURN; i++) {
      phases.add(all[(int) Math.floorMod(seed * PHASES_IN_TURN + i, all.length)]);
    }
    return phases;
  }

  private static Fault fault(Phase phase, boolean engine, SplittableRandom random) {
    Set<Fault> possible = EnumSet.allOf(Fault.class);
    if (phase.place() == Phase.Place.OUTSIDE) {
      // There is no connection of its own to cut.
      possible.remove(Fault.CONNECTION);
    }
    if (!engine) {
      possible.remove(Fault.ENGINE);
    }
    return List.copyOf(possible).get(random.nextInt(possible.size()));
  }

  private static BuildKind bait(Phase phase) {
    return phase == Phase.CANCEL ? BuildKind.CANCELLED : BuildKind.SMALL;
  }
}
