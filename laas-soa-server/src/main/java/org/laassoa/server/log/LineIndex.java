package org.laassoa.server.log;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the chunks of one attempt's log begin, and how many lines end before each: enough to find
 * any line by reading one chunk. A line ends with a line feed; what has none yet is the last line.
 * Never changes: a log that has grown gets a new one.
 */
final class LineIndex {

  static final LineIndex EMPTY = new LineIndex(new long[0], new long[0], new long[0], 0, false);

  private static final long UNKNOWN = Long.MIN_VALUE;

  private final long[] starts;

  /** Line feeds up to the end of each chunk, with those of all chunks before it. */
  private final long[] feeds;

  private final long[] received;
  private final long bytes;
  private final boolean openLine;

  private LineIndex(long[] starts, long[] feeds, long[] received, long bytes, boolean openLine) {
    this.starts = starts;
    this.feeds = feeds;
    this.received = received;
    this.bytes = bytes;
    this.openLine = openLine;
  }

  /**
   * The index with chunks that follow.
   *
   * @param more in order, none missing, all with their line feeds counted
   * @param nowOpen whether the last of them ends within a line
   */
  LineIndex plus(List<ChunkHead> more, boolean nowOpen) {
    int had = starts.length;
    long[] newStarts = Arrays.copyOf(starts, had + more.size());
    long[] newFeeds = Arrays.copyOf(feeds, had + more.size());
    long[] newReceived = Arrays.copyOf(received, had + more.size());
    long end = bytes;
    long sum = feeds();
    for (int i = 0; i < more.size(); i++) {
      ChunkHead chunk = more.get(i);
      sum += chunk.lineFeeds();
      end = chunk.start() + chunk.bytes();
      newStarts[had + i] = chunk.start();
      newFeeds[had + i] = sum;
      Instant at = chunk.receivedAt();
      newReceived[had + i] = at == null ? UNKNOWN : at.toEpochMilli();
    }
    return new LineIndex(newStarts, newFeeds, newReceived, end, nowOpen);
  }

  /** How long the log is. */
  long bytes() {
    return bytes;
  }

  /** How many chunks it has. */
  int chunks() {
    return starts.length;
  }

  private long feeds() {
    return feeds.length == 0 ? 0 : feeds[feeds.length - 1];
  }

  /** How many lines the log has, with the one that has not ended yet. */
  long lines() {
    return feeds() + (openLine ? 1 : 0);
  }

  /** Which chunk has the line feed of that number, from 1; it must be there. */
  int chunkOfFeed(long number) {
    int found = Arrays.binarySearch(feeds, number);
    int chunk = found < 0 ? -found - 1 : found;
    // Chunks without a line feed have the sum of the one before them.
    while (chunk > 0 && feeds[chunk - 1] >= number) {
      chunk--;
    }
    return chunk;
  }

  /** Which chunk has the byte at that offset; it must be there. */
  int chunkAt(long offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found < 0 ? -found - 2 : found;
  }

  /** Whether that line has its line feed. */
  boolean ended(long line) {
    return line <= feeds();
  }

  /** Where a chunk begins. */
  long start(int chunk) {
    return starts[chunk];
  }

  /** How long a chunk is. */
  int length(int chunk) {
    long end = chunk + 1 < starts.length ? starts[chunk + 1] : bytes;
    return (int) (end - starts[chunk]);
  }

  /** How many line feeds there are before a chunk. */
  long feedsBefore(int chunk) {
    return chunk == 0 ? 0 : feeds[chunk - 1];
  }

  /** When the chunk with that byte came, where that is known. */
  @Nullable Instant receivedAt(long offset) {
    long at = received[chunkAt(offset)];
    return at == UNKNOWN ? null : Instant.ofEpochMilli(at);
  }
}
