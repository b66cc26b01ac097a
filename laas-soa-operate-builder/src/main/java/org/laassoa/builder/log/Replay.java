package org.laassoa.builder.log;

import java.util.Arrays;

/**
 * The part of a script's output that a former process of the agent has already written to the
 * spool. Masking the same bytes again gives the same again, so the output is masked from its first
 * byte on, and what the spool has is dropped here: nothing is lost of what was held back when that
 * process died. What is dropped is compared with the spool first.
 */
final class Replay {

  private final Spool spool;
  private final long end;
  private long at;
  private boolean differs;

  /**
   * A replay up to the spool's present end.
   *
   * @param from where the output begins in the spool
   * @throws IllegalStateException when the spool ends before that
   */
  Replay(Spool spool, long from) {
    this.spool = spool;
    this.end = spool.length();
    this.at = from;
    if (from > end) {
      throw new IllegalStateException("the log has lost its end");
    }
  }

  /** How many bytes are still to be dropped. */
  long remaining() {
    return end - at;
  }

  /**
   * Takes the next bytes of the output.
   *
   * @return how many of them are not to be written, from the first on: those that the spool has;
   *     all, once they were not those that the spool has
   */
  int drop(byte[] bytes, int offset, int length) {
    int known = (int) Math.min(length, remaining());
    byte[] spooled = new byte[known];
    int read = known == 0 ? 0 : spool.read(at, spooled);
    differs |= read != known || !Arrays.equals(spooled, 0, known, bytes, offset, offset + known);
    at += known;
    return differs ? length : known;
  }

  /**
   * Ends the replay.
   *
   * @throws IllegalStateException when the spool had other bytes than the script has printed, or
   *     more of them
   */
  void end() {
    if (differs || remaining() > 0) {
      throw new IllegalStateException("the log does not have what the script printed");
    }
  }
}
