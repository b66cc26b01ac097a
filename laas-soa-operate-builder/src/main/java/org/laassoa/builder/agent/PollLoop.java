package org.laassoa.builder.agent;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.laassoa.builder.server.BackOff;
import org.laassoa.builder.server.ServerConnection;
import org.laassoa.builder.server.ServerFailure;
import org.laassoa.builder.server.ServerFailure.RequestRefused;
import org.laassoa.builder.server.ServerFailure.ServerUnreachable;
import org.laassoa.builder.server.ServerFailure.TokenRefused;
import org.laassoa.wire.ActionOrder;
import org.laassoa.wire.ConsumeRequest;

/**
 * Asks the server for work and orders, for ever: each half second (spread by a tenth), at once
 * after something was handed out or has ended, and more and more seldom while the server is away.
 * It goes on while the agent is full: each poll renews the leases and may bring an order.
 */
final class PollLoop {

  private static final Logger LOG = Logger.getLogger(PollLoop.class);

  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final ServerConnection server;
  private final HeldActions held;
  private final Doorbell doorbell;
  private final ConsumeRequest subscription;
  private final BackOff backOff = new BackOff();
  private boolean away;
  private volatile boolean stopped;

  /**
   * A loop that has not begun.
   *
   * @param subscription what each poll says, but for what the agent holds
   */
  PollLoop(
      ServerConnection server, HeldActions held, Doorbell doorbell, ConsumeRequest subscription) {
    this.server = server;
    this.held = held;
    this.doorbell = doorbell;
    this.subscription = subscription;
  }

  /**
   * Polls until it is stopped.
   *
   * @throws TokenRefused when the server does not know this agent any more
   */
  void run() throws TokenRefused, InterruptedException {
    while (!stopped) {
      doorbell.await(poll());
    }
  }

  /** Ends {@link #run} after the poll that is under way. */
  void stop() {
    stopped = true;
    doorbell.ring();
  }

  /** Polls once and says how long to wait before the next time. */
  private Duration poll() throws TokenRefused, InterruptedException {
    try {
      List<ActionOrder> orders = server.poll(request());
      answered();
      boolean handedOut = false;
      for (ActionOrder order : orders) {
        handedOut |= held.follow(order);
      }
      return handedOut ? Duration.ZERO : BackOff.spread(INTERVAL, ThreadLocalRandom.current());
    } catch (ServerFailure failure) {
      switch (failure) {
        case TokenRefused refused -> throw refused;
        case ServerUnreachable unreachable -> failed(unreachable);
        case RequestRefused refused -> failed(refused);
      }
      return backOff.next();
    }
  }

  private ConsumeRequest request() {
    return new ConsumeRequest(
        subscription.actions(),
        subscription.capacity(),
        subscription.waitSeconds(),
        held.holding(),
        subscription.version(),
        subscription.executor(),
        null,
        subscription.pickUp(),
        subscription.notTaking());
  }

  private void answered() {
    backOff.reset();
    if (away) {
      LOG.info("The server answers again");
      away = false;
    }
  }

  private void failed(ServerFailure failure) {
    if (!away) {
      LOG.warnf("The server cannot be polled, trying on: %s", failure.getMessage());
      away = true;
    }
  }
}
