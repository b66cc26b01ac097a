package org.laassoa.builder.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.laassoa.wire.ActionOrder;
import org.laassoa.wire.Holding;

/** Everything the agent owns at the moment, each on a virtual thread of its own. */
final class HeldActions {

  private static final Logger LOG = Logger.getLogger(HeldActions.class);

  /** Stopping a script and removing what it ran in takes a second, as a rule. */
  private static final Duration HAND_BACK = Duration.ofSeconds(12);

  private final Map<Key, Held> held = new ConcurrentHashMap<>();
  private final Taking taking;
  private final Runnable ended;
  private boolean refusing;
  private boolean closed;

  /**
   * Holds nothing yet.
   *
   * @param taking makes what does the work of an order
   * @param ended told when something has ended: there is room for more
   */
  HeldActions(Taking taking, Runnable ended) {
    this.taking = taking;
    this.ended = ended;
  }

  /** Makes what does the work of an order. */
  interface Taking {

    /** Does it. */
    HeldAction apply(ActionOrder order);

    /** Makes what gives it back to the server unbegun, where another agent could do it. */
    HeldAction handBack(ActionOrder order);
  }

  /**
   * Does what the server says.
   *
   * @return whether it handed out something that the agent did not hold yet
   */
  boolean follow(ActionOrder order) {
    Held mine = held.get(new Key(order.actionId(), order.attempt()));
    switch (order.action()) {
      case ActionOrder.CANCEL -> {
        if (mine != null) {
          mine.action().cancel();
        }
        return false;
      }
      case ActionOrder.ABANDON -> {
        if (mine != null) {
          mine.action().abandon();
        }
        return false;
      }
      default -> {
        if (order.leaseSeconds() == null) {
          LOG.debugf("The order %s is not known and ignored", order.action());
          return false;
        }
        return mine == null ? take(order) : mine.action().handedOut(order);
      }
    }
  }

  private boolean take(ActionOrder order) {
    // An older attempt of the same action is nobody's any more, whether the server says so or not.
    held.forEach(
        (key, older) -> {
          if (key.actionId().equals(order.actionId())) {
            older.action().abandon();
          }
        });
    LOG.infof("Took %s %s, attempt %d", order.action(), order.actionId(), order.attempt());
    try {
      return hold(refusing() ? taking.handBack(order) : taking.apply(order));
    } catch (RuntimeException e) {
      // Not acknowledged, it is handed out again, here or elsewhere; the poll loop must not end.
      LOG.errorf(e, "%s %s cannot be taken", order.action(), order.actionId());
      return false;
    }
  }

  private synchronized boolean refusing() {
    return refusing;
  }

  /** Holds what a former process of this agent left. */
  void takeUp(HeldAction left) {
    hold(left);
  }

  private synchronized boolean hold(HeldAction action) {
    if (closed) {
      return false;
    }
    Holding holding = action.holding();
    Key key = new Key(holding.actionId(), holding.attempt());
    Thread thread =
        Thread.ofVirtual()
            .name("action-" + key.actionId() + "-" + key.attempt())
            .unstarted(() -> runAndForget(key, action));
    held.put(key, new Held(action, thread));
    thread.start();
    return true;
  }

  private void runAndForget(Key key, HeldAction action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.errorf(e, "Action %s, attempt %d, is given up", key.actionId(), key.attempt());
    } finally {
      held.remove(key);
      lookAgain();
      ended.run();
    }
  }

  /** What the next poll tells the server to be held. */
  List<Holding> holding() {
    return holdings(true);
  }

  /** What the next poll asks the server for: it was held by a former process. */
  List<Holding> resumable() {
    return holdings(false);
  }

  private List<Holding> holdings(boolean confirmed) {
    return held.values().stream()
        .map(Held::action)
        .filter(action -> action.confirmed() == confirmed)
        .map(HeldAction::holding)
        .toList();
  }

  /** Gives back the builds that are handed out from now on, instead of doing them. */
  synchronized void refuse() {
    refusing = true;
  }

  /**
   * Waits until nothing is held.
   *
   * @param timeLeft asked again after {@link #lookAgain}
   * @return whether nothing is; false when no time is left
   */
  synchronized boolean awaitEmpty(Supplier<Duration> timeLeft) throws InterruptedException {
    for (Duration left = timeLeft.get(); !held.isEmpty(); left = timeLeft.get()) {
      if (!left.isPositive()) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left.toNanos());
    }
    return true;
  }

  /** Has {@link #awaitEmpty} look at the time that is left once more. */
  synchronized void lookAgain() {
    notifyAll();
  }

  /** Stops everything and tells the server that others may have it; takes at most 12 s. */
  void handBack() throws InterruptedException {
    held.values().forEach(one -> one.action().handBack());
    Instant deadline = Instant.now().plus(HAND_BACK);
    if (!awaitEmpty(() -> Duration.between(Instant.now(), deadline))) {
      shutDown(Duration.ofSeconds(1));
    }
  }

  /**
   * Stops everything, to be taken up again by others or by a later process, and takes no more.
   *
   * @param longest how long to wait for it
   */
  void shutDown(Duration longest) throws InterruptedException {
    synchronized (this) {
      closed = true;
    }
    List<Held> stopping = List.copyOf(held.values());
    stopping.forEach(one -> one.action().shutDown());
    InstantSource clock = InstantSource.system();
    Instant deadline = clock.instant().plus(longest);
    for (Held one : stopping) {
      if (!one.thread().join(Duration.between(clock.instant(), deadline))) {
        LOG.warnf("%s did not stop in time", one.thread().getName());
      }
    }
  }

  private record Key(String actionId, int attempt) {}

  private record Held(HeldAction action, Thread thread) {}
}
