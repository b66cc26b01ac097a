package org.laassoa.builder.log;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.server.BackOff;
import org.laassoa.builder.server.LogAppended;
import org.laassoa.builder.server.ServerConnection;
import org.laassoa.builder.server.ServerFailure;
import org.laassoa.builder.server.ServerFailure.ServerUnreachable;

/**
 * Sends the log of one attempt to the server while it is written. A server that is away is waited
 * for; the spool holds what it has not got yet.
 */
public final class LogShipper {

  /** What is sent at once at most: each request costs the server a commit. */
  private static final int CHUNK = 2 * 1024 * 1024;

  /**
   * After a chunk that was not full, the next one waits this long for more: a build that prints a
   * line at a time costs at most 20 requests a second. The first byte and the last never wait.
   */
  private static final Duration GATHER = Duration.ofMillis(50);

  /** Nothing depends on it: what is written wakes the shipper. */
  private static final Duration IDLE = Duration.ofMinutes(1);

  private static final long SUPERSEDED = -1;

  private final ServerConnection server;
  private final String actionId;
  private final int attempt;
  private final Spool spool;

  /** Used again for each full chunk; logs that are shipped as they come need none. */
  private byte @Nullable [] fullChunk;

  /** A shipper of one attempt's log. */
  public LogShipper(ServerConnection server, String actionId, int attempt, Spool spool) {
    this.server = server;
    this.actionId = actionId;
    this.attempt = attempt;
    this.spool = spool;
  }

  /**
   * Sends everything from an offset on, until the spool is closed and the server has all of it.
   *
   * @param from the first byte to send; the server's own answer leads from there on
   * @return whether the server has it all; false when the attempt is not this agent's any more
   * @throws ServerFailure when the server refuses for good; never {@link ServerUnreachable}
   */
  public boolean ship(long from) throws ServerFailure, InterruptedException {
    BackOff backOff = new BackOff();
    long offset = from;
    while (awaitMore(offset)) {
      try {
        long wanted =
            switch (server.appendLog(actionId, attempt, offset, next(offset))) {
              case LogAppended.Accepted(long next) -> next;
              case LogAppended.Gap(long next) -> next;
              case LogAppended.Superseded() -> SUPERSEDED;
            };
        if (wanted == SUPERSEDED) {
          return false;
        }
        if (wanted == offset) {
          Thread.sleep(backOff.next());
        } else {
          backOff.reset();
        }
        offset = wanted;
        spool.awaitBeyond(offset + CHUNK - 1, GATHER);
      } catch (ServerUnreachable away) {
        // The request that failed may still be reading it.
        fullChunk = null;
        Thread.sleep(backOff.next());
      }
    }
    return true;
  }

  /** The bytes to send from an offset on; at least one. */
  private byte[] next(long offset) {
    int length = (int) Math.min(spool.length() - offset, CHUNK);
    byte[] bytes = length == CHUNK && fullChunk != null ? fullChunk : new byte[length];
    if (length == CHUNK) {
      fullChunk = bytes;
    }
    spool.read(offset, bytes);
    return bytes;
  }

  /** Whether there is a byte to send; false at the end of a closed spool. */
  private boolean awaitMore(long offset) throws InterruptedException {
    while (spool.length() <= offset) {
      if (spool.closed()) {
        return spool.length() > offset;
      }
      spool.awaitBeyond(offset, IDLE);
    }
    return true;
  }
}
