package org.laassoa.server.log;

import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/**
 * One attempt's log and the index of its lines: from lines to bytes and back.
 *
 * @param reading the bytes
 * @param index of them as far as they were there when it was made
 */
record IndexedLog(LogReading reading, LineIndex index) {

  /** How many lines there are. */
  long lines() {
    return index.lines();
  }

  /**
   * Where a line begins.
   *
   * @param line from 1; one more than there are is the log's end
   */
  long startOf(long line) {
    return line == 1 ? 0 : index.ended(line - 1) ? endOf(line - 1) : index.bytes();
  }

  /** The byte behind the line feed of a line that has one. */
  long endOf(long line) {
    int chunk = index.chunkOfFeed(line);
    byte[] bytes = read(index.start(chunk), index.length(chunk));
    long feed = index.feedsBefore(chunk);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n' && ++feed == line) {
        return index.start(chunk) + i + 1;
      }
    }
    throw new IllegalStateException("a chunk has fewer line feeds than were counted");
  }

  /** The line that a byte of the log belongs to, from 1. */
  long lineAt(long offset) {
    int chunk = index.chunkAt(offset);
    int before = (int) (offset - index.start(chunk));
    return index.feedsBefore(chunk) + 1 + (before == 0 ? 0 : feeds(chunk, before));
  }

  private int feeds(int chunk, int before) {
    return LogChunk.lineFeeds(read(index.start(chunk), before), 0, before);
  }

  /** The lines from one on, cut to a length in bytes. */
  LineCursor from(long line, int most) {
    return new LineCursor(this, line, most);
  }

  /**
   * Bytes that the index says are there.
   *
   * @throws ProblemException when retention has removed them
   */
  byte[] read(long offset, int most) {
    int wanted = (int) Math.min(most, index.bytes() - offset);
    byte[] bytes = reading.read(offset, wanted);
    if (bytes.length < wanted) {
      throw new ProblemException(
          ProblemType.LOG_REMOVED, "logs are kept for a limited time, see laas.retention.logs");
    }
    return bytes;
  }
}
