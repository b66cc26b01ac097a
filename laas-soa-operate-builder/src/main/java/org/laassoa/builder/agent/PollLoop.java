package org.laassoa.builder.agent;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.server.BackOff;
import org.laassoa.builder.server.ServerConnection;
import org.laassoa.builder.server.ServerFailure;
import org.laassoa.builder.server.ServerFailure.RequestRefused;
import org.laassoa.builder.server.ServerFailure.ServerUnreachable;
import org.laassoa.builder.server.ServerFailure.TokenRefused;
import org.laassoa.wire.ActionOrder;
import org.laassoa.wire.ConsumeRequest;
import org.laassoa.wire.DiskSpace;
import org.laassoa.wire.Holding;

/**
 * Asks the server for work and orders, for ever: as {@link PickUpPolicy} says, at once after
 * something was handed out or has ended, and more and more seldom while the server is away. It goes
 * on while the agent is full: each poll renews the leases and may bring an order.
 */
final class PollLoop {

  private static final Logger LOG = Logger.getLogger(PollLoop.class);

  private final ServerConnection server;
  private final HeldActions held;
  private final Wake wake;
  private final ConsumeRequest subscription;
  private final PickUpPolicy pickUp;
  private final NotTaking notTaking;
  private final Supplier<@Nullable DiskSpace> disk;
  private final Runnable stopOrdered;
  private final Runnable whenHandedOut;
  private final AnsweredPolls polls;
  private final BackOff backOff = new BackOff();
  private @Nullable Thread runner;
  private boolean away;
  private boolean asking;
  private volatile boolean nudged;
  private volatile boolean stopped;

  /**
   * A loop that has not begun.
   *
   * @param wake ends the wait between two polls
   * @param subscription what each poll says, but for what changes from one to the next
   */
  PollLoop(
      ServerConnection server,
      HeldActions held,
      Wake wake,
      ConsumeRequest subscription,
      Conditions conditions) {
    this.server = server;
    this.held = held;
    this.wake = wake;
    this.subscription = subscription;
    this.pickUp = conditions.pickUp();
    this.notTaking = conditions.notTaking();
    this.disk = conditions.disk();
    this.stopOrdered = conditions.stopOrdered();
    this.whenHandedOut = conditions.handedOut();
    this.polls = conditions.polls();
  }

  /**
   * What polls depend on besides what is held.
   *
   * @param pickUp how and how often to poll
   * @param notTaking whether there is room for more
   * @param disk what is known of the disk; asked at each poll
   * @param polls who waits for one
   * @param stopOrdered told when the server wants the agent to end
   * @param handedOut told when something was handed out
   */
  record Conditions(
      PickUpPolicy pickUp,
      NotTaking notTaking,
      Supplier<@Nullable DiskSpace> disk,
      AnsweredPolls polls,
      Runnable stopOrdered,
      Runnable handedOut) {}

  /**
   * Polls until it is stopped.
   *
   * @throws TokenRefused when the server does not know this agent any more
   */
  void run() throws TokenRefused, InterruptedException {
    runner(Thread.currentThread());
    pickUp.start();
    try {
      while (!stopped) {
        pollAndWait();
      }
    } finally {
      pickUp.stop();
      runner(null);
    }
  }

  private void pollAndWait() throws TokenRefused, InterruptedException {
    try {
      wake.await(poll());
    } catch (InterruptedException e) {
      if (!stopped && !nudged) {
        throw e;
      }
    }
  }

  /** Begins the next poll now: one that the server holds is not waited for. */
  synchronized void pollNow() {
    wake.ring();
    if (asking && runner != null) {
      nudged = true;
      runner.interrupt();
    }
  }

  private List<ActionOrder> ask(ConsumeRequest request) throws ServerFailure, InterruptedException {
    synchronized (this) {
      asking = true;
      nudged = false;
    }
    try {
      return server.poll(request);
    } finally {
      asked();
    }
  }

  private synchronized void asked() {
    asking = false;
    if (nudged || stopped) {
      // One that came too late for the poll must not hit what is done with its answer.
      Thread.interrupted();
    }
  }

  /** Ends {@link #run} at once. An answer that is on its way is handed out again, to whoever. */
  synchronized void stop() {
    stopped = true;
    if (runner != null) {
      runner.interrupt();
    }
  }

  private synchronized void runner(@Nullable Thread thread) {
    runner = thread;
    if (stopped) {
      // A stop that came when the loop had ended must not hit what its thread does next.
      Thread.interrupted();
    }
  }

  /** Polls once and says how long to wait before the next time. */
  private Duration poll() throws TokenRefused, InterruptedException {
    long number = polls.begin();
    List<Holding> holding = held.holding();
    List<Holding> resumable = held.resumable();
    NextPoll usual = pickUp.next(holding.size() + resumable.size());
    NextPoll next = polls.awaited() ? usual.notHeld() : usual;
    long begin = System.nanoTime();
    try {
      List<ActionOrder> orders = ask(request(next, holding, resumable));
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      answered();
      pickUp.answered(next, took);
      Duration pause = BackOff.spread(next.pause(), ThreadLocalRandom.current()).minus(took);
      boolean handedOut = follow(orders);
      polls.answered(number);
      return handedOut || pause.isNegative() ? Duration.ZERO : pause;
    } catch (ServerFailure failure) {
      switch (failure) {
        case TokenRefused refused -> throw refused;
        case ServerUnreachable unreachable -> {
          if (pickUp.failed(next, unreachable)) {
            return Duration.ZERO;
          }
          failed(unreachable);
        }
        case RequestRefused refused -> failed(refused);
      }
      return backOff.next();
    }
  }

  /** Returns whether anything was handed out: there may be more. */
  private boolean follow(List<ActionOrder> orders) {
    boolean handedOut = false;
    for (ActionOrder order : orders) {
      if (order.leaseSeconds() != null) {
        pickUp.leaseIs(order.leaseSeconds());
      }
      if (order.action().equals(ActionOrder.STOP)) {
        stopOrdered.run();
      } else {
        handedOut |= held.follow(order);
      }
    }
    if (handedOut) {
      whenHandedOut.run();
    }
    return handedOut;
  }

  private ConsumeRequest request(NextPoll next, List<Holding> holding, List<Holding> resumable) {
    return new ConsumeRequest(
        subscription.actions(),
        subscription.capacity(),
        next.waitSeconds(),
        holding,
        subscription.version(),
        subscription.executor(),
        resumable.isEmpty() ? null : resumable,
        next.pickUp().wireName(),
        subscription.labels(),
        notTaking.reason(),
        disk.get());
  }

  private void answered() {
    backOff.reset();
    if (away) {
      LOG.info("The server answers again");
      away = false;
      pickUp.serverIsBack();
    }
  }

  private void failed(ServerFailure failure) {
    if (!away) {
      LOG.warnf("The server cannot be polled, trying on: %s", failure.getMessage());
      away = true;
    }
  }
}
