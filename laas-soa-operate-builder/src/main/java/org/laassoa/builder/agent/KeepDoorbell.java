package org.laassoa.builder.agent;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.laassoa.builder.server.BackOff;
import org.laassoa.builder.server.Doorbell;
import org.laassoa.builder.server.ServerConnection;
import org.laassoa.builder.server.ServerFailure;

/**
 * Keeps the doorbell open for as long as the agent runs: when it cannot be had or is lost, it is
 * tried again, after a second at first, at last each five minutes, and at once when a server that
 * was away is back.
 */
final class KeepDoorbell implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(KeepDoorbell.class);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /** A doorbell that was open for so long works; what ended it was no fault of the way. */
  private static final Duration PROVEN = Duration.ofMinutes(1);

  private final ServerConnection server;
  private final Runnable ring;
  private final Wake retry = new Wake();
  private final Thread thread = Thread.ofVirtual().name("doorbell").unstarted(this::keep);
  private volatile State state = new State(false, false, "not tried yet");
  private volatile boolean serverCameBack;

  /**
   * A doorbell that is not open yet.
   *
   * @param ring told of each ring, and each time the doorbell is opened or lost
   */
  KeepDoorbell(ServerConnection server, Runnable ring) {
    this.server = server;
    this.ring = ring;
  }

  void start() {
    thread.start();
  }

  /** How it stands now. */
  State state() {
    return state;
  }

  /** The server answers polls again: it may have been the server alone that was missing. */
  void serverIsBack() {
    if (!state.open()) {
      serverCameBack = true;
      retry.ring();
    }
  }

  private void keep() {
    BackOff backOff = new BackOff(FIRST_WAIT, LONGEST_WAIT);
    try {
      while (true) {
        Duration open = openOnce();
        if (serverCameBack || open.compareTo(PROVEN) > 0) {
          backOff.reset();
        }
        serverCameBack = false;
        retry.await(spread(backOff.next()));
      }
    } catch (InterruptedException e) {
      state = new State(false, true, "the agent stops");
    }
  }

  /** Returns how long it was open, when it has ended. */
  private Duration openOnce() throws InterruptedException {
    String lost;
    long begin = System.nanoTime();
    try (Doorbell doorbell = server.openDoorbell(ring)) {
      state = new State(true, true, "");
      // What was rung before it was open has been missed.
      ring.run();
      lost = doorbell.awaitBroken();
    } catch (ServerFailure failure) {
      lost = String.valueOf(failure.getMessage());
    } catch (RuntimeException error) {
      // Whatever it is, the agent goes on without, and looks again later.
      LOG.warn("The doorbell failed", error);
      lost = "an error in the agent";
    }
    Duration open = state.open() ? Duration.ofNanos(System.nanoTime() - begin) : Duration.ZERO;
    state = new State(false, true, lost);
    ring.run();
    return open;
  }

  /** A server that stops takes the doorbells of all agents with it: they must not come in step. */
  private static Duration spread(Duration wait) {
    double factor = 0.5 + ThreadLocalRandom.current().nextDouble();
    return Duration.ofNanos(Math.round(wait.toNanos() * factor));
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  /**
   * How the doorbell stands.
   *
   * @param open whether the server can ring
   * @param tried whether it has ever been tried to the end
   * @param why why it is not open, for people
   */
  record State(boolean open, boolean tried, String why) {}
}
