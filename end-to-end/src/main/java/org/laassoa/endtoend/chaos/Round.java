package org.laassoa.endtoend.chaos;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.laassoa.endtoend.relay.Exchange;
import org.laassoa.endtoend.relay.Trap;

/** Runs one round: enqueues, breaks, waits until everything has ended, checks the books. */
final class Round {

  /** The longest an agent waits between two tries is 15 s; a lease and a few builds come on top. */
  private static final Duration END_LIMIT = Duration.ofMinutes(4);

  /** What is left of a build goes within one lease after its agent is back. */
  private static final Duration CLEAN_LIMIT = Duration.ofMinutes(1);

  /** A bait that nothing holds up comes to each phase sooner. */
  private static final Duration BAIT_LIMIT = Duration.ofSeconds(6);

  private static final int MORE_BAITS = 9;
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
        plan,
        hit,
        bookings.builds().size(),
        repeated,
        Duration.ofNanos(System.nanoTime() - began),
        wrong);
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

  /**
   * The bait comes after the trap is set, so that at least one build gets to the phase; another one
   * when that one is not what the trap waits for.
   */
  private boolean inTrap(PlannedFault fault, PlannedBuild bait) throws InterruptedException {
    PhaseTrap trap =
        new PhaseTrap(fault, this::suits, exchange -> breakage.inflict(fault, exchange));
    world.projects().commit(bait.project(), bait.seed());
    world.relay().set(trap);
    world.gitRelay().set(trap);
    try {
      bookings.enqueue(bait);
      for (int more = 1; more <= MORE_BAITS && !trap.await(BAIT_LIMIT); more++) {
        bookings.enqueue(bait.again(more));
      }
      return trap.await(BAIT_LIMIT);
    } finally {
      world.relay().set(Trap.NONE);
      world.gitRelay().set(Trap.NONE);
    }
  }

  /** An engine is cut off while it is used: at a phase of the agent that has one. */
  private boolean suits(PlannedFault fault, Exchange exchange) {
    return fault.fault() != Fault.ENGINE
        || fault.phase() == Phase.CHECKOUT
        || world.agent(exchange.client(), 0).inContainers();
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
    for (PlannedBuild build : bookings.builds()) {
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
