package org.laassoa.endtoend.chaos;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.laassoa.endtoend.relay.Trap;

/** Runs one round: enqueues, breaks, waits until everything has ended, checks the books. */
final class Round {

  /** The longest an agent waits between two tries is 15 s; a lease and a few builds come on top. */
  private static final Duration END_LIMIT = Duration.ofMinutes(2);

  /** What is left of a build goes within one lease after its agent is back. */
  private static final Duration CLEAN_LIMIT = Duration.ofSeconds(30);

  private static final Duration TRAP_LIMIT = Duration.ofSeconds(20);
  private static final long LOOK_MILLIS = 50;

  private final ChaosWorld world;
  private final RoundPlan plan;
  private final Breakage breakage;
  private final Bookings bookings;
  private final List<PlannedFault> hit = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  Round(ChaosWorld world, RoundPlan plan) {
    this.world = world;
    this.plan = plan;
    this.breakage = new Breakage(world);
    this.bookings = new Bookings(world);
  }

  /** Runs it; what goes wrong with the round itself is in the result too. */
  RoundResult run() throws InterruptedException {
    long began = System.nanoTime();
    long repeated = 0;
    try {
      breakAll();
      repeated = bookings.repeated();
      checkBooks();
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      wrong.add("the round itself failed: " + trace);
    }
    return new RoundResult(
        plan, hit, bookings.count(), repeated, Duration.ofNanos(System.nanoTime() - began), wrong);
  }

  private void breakAll() throws InterruptedException {
    for (PlannedBuild build : plan.builds()) {
      bookings.enqueue(build);
    }
    for (int i = 0; i < plan.faults().size(); i++) {
      breakOne(plan.faults().get(i), plan.baits().get(i));
    }
    breakage.awaitRepairs();
    awaitEnd();
    bookings.awaitCancels();
  }

  private void breakOne(PlannedFault fault, PlannedBuild bait) throws InterruptedException {
    boolean came =
        switch (fault.phase()) {
          case ANY_TIME -> {
            bookings.enqueue(bait);
            Thread.sleep(fault.delay());
            breakage.inflict(fault, null);
            yield true;
          }
          case SERVER_START -> {
            bookings.enqueue(bait);
            breakage.inflictWhileAServerStarts(fault);
            yield true;
          }
          default -> inTrap(fault, bait);
        };
    if (came) {
      hit.add(fault);
    }
    if (fault.repairFirst()) {
      breakage.awaitRepairs();
    }
  }

  /** The bait comes after the trap is set, so that at least one build gets to the phase. */
  private boolean inTrap(PlannedFault fault, PlannedBuild bait) throws InterruptedException {
    PhaseTrap trap = new PhaseTrap(fault, exchange -> breakage.inflict(fault, exchange));
    world.projects().commit(bait.project(), bait.seed());
    world.relay().set(trap);
    world.gitRelay().set(trap);
    try {
      bookings.enqueue(bait);
      return trap.await(TRAP_LIMIT);
    } finally {
      world.relay().set(Trap.NONE);
      world.gitRelay().set(Trap.NONE);
    }
  }

  private void awaitEnd() throws InterruptedException {
    long deadline = System.nanoTime() + END_LIMIT.toNanos();
    while (world.books().unended() > 0) {
      if (System.nanoTime() > deadline) {
        wrong.add(world.books().unended() + " actions have not ended within " + END_LIMIT);
        return;
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private void checkBooks() throws InterruptedException {
    if (!wrong.isEmpty()) {
      return;
    }
    BuildBooks books = new BuildBooks(world, plan.faults());
    for (PlannedBuild build :
        Stream.concat(plan.builds().stream(), plan.baits().stream()).toList()) {
      books.check(build);
    }
    wrong.addAll(books.wrong());
    wrong.addAll(leftovers());
    for (OneAgent agent : world.agents()) {
      if (!agent.alive()) {
        wrong.add(agent.name() + " has ended by itself");
      }
    }
  }

  private List<String> leftovers() throws InterruptedException {
    long deadline = System.nanoTime() + CLEAN_LIMIT.toNanos();
    Leftovers leftovers = new Leftovers(world);
    while (true) {
      List<String> left = leftovers.find();
      if (left.isEmpty() || System.nanoTime() > deadline) {
        return left.stream().map(words -> "left over: " + words).toList();
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }
}
