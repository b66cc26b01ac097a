package org.laassoa.server.log;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionSignals;

/**
 * Follows the log of one action for one viewer, from any place to the end, across attempts. The
 * viewer asks for each event, so a slow one costs no memory.
 */
final class LogFollower {

  private static final int PIECE = 64 * 1024;

  /** How long the signal is trusted: what comes through another server gives none here. */
  private static final Duration TRUST = Duration.ofSeconds(1);

  private static final int SILENT_WAITS = 15;

  private final LogStore log;
  private final ActionSignals signals;
  private final ActionId action;
  private int attempt;
  private long offset;
  private boolean ended;
  private @Nullable LogReading reading;
  private int readAttempt;

  /**
   * Begins at a place.
   *
   * @param attempt the attempt to begin in; 0 for the current one
   * @param offset the first byte wanted
   */
  LogFollower(LogStore log, ActionSignals signals, ActionId action, int attempt, long offset) {
    this.log = log;
    this.signals = signals;
    this.action = action;
    this.attempt = attempt;
    this.offset = offset;
  }

  /** Waits for the next event; after the end every event is {@link LogEvent.Closed}. */
  LogEvent next() throws InterruptedException {
    if (ended) {
      return new LogEvent.Closed();
    }
    try (ActionSignals.Subscription changes = signals.subscribe(action)) {
      for (int waits = 0; waits < SILENT_WAITS; waits++) {
        LogEvent event = look();
        if (!(event instanceof LogEvent.Silence)) {
          return event;
        }
        changes.await(TRUST);
      }
    }
    return new LogEvent.Silence();
  }

  private LogEvent look() {
    LogProgress progress = log.progress(action).orElse(null);
    if (progress == null) {
      ended = true;
      return new LogEvent.End("deleted");
    }
    if (attempt == 0 || attempt > progress.attempt()) {
      attempt = progress.attempt();
    }
    boolean attemptOver = attempt < progress.attempt() || progress.state().ended();
    LogEvent text = attempt == 0 ? new LogEvent.Silence() : read(attemptOver);
    if (!(text instanceof LogEvent.Silence)) {
      return text;
    }
    if (attempt < progress.attempt()) {
      attempt++;
      offset = 0;
      return look();
    }
    if (progress.state().ended()) {
      ended = true;
      return new LogEvent.End(progress.state().wireName());
    }
    return new LogEvent.Silence();
  }

  private LogEvent read(boolean attemptOver) {
    byte[] bytes = read(offset);
    int whole = Utf8Border.before(bytes);
    if (whole == 0 && bytes.length > 0) {
      // Only an unfinished character is in reach: at a chunk's border the rest is behind it.
      bytes = withNext(bytes);
      whole = Utf8Border.before(bytes);
      whole = whole == 0 && attemptOver ? bytes.length : whole;
    }
    if (whole == 0) {
      return new LogEvent.Silence();
    }
    long from = offset;
    offset += whole;
    String text = new String(Arrays.copyOf(bytes, whole), StandardCharsets.UTF_8);
    return new LogEvent.Text(attempt, from, offset, text);
  }

  private byte[] read(long from) {
    if (reading == null || readAttempt != attempt) {
      reading = log.open(action, attempt).orElse(null);
      readAttempt = attempt;
    }
    return reading == null ? new byte[0] : reading.read(from, PIECE);
  }

  private byte[] withNext(byte[] bytes) {
    byte[] rest = read(offset + bytes.length);
    byte[] all = Arrays.copyOf(bytes, bytes.length + rest.length);
    System.arraycopy(rest, 0, all, bytes.length, rest.length);
    return all;
  }
}
