package org.laassoa.server.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laassoa.server.action.ActionId;

/**
 * The indexes of the logs that were looked at last. A log only grows, so of one that is known only
 * the chunks that came since are asked for.
 */
final class LineIndexes {

  /** Some ten megabytes. */
  private static final int MOST_CHUNKS = 400_000;

  private final LinkedHashMap<Key, LineIndex> known = new LinkedHashMap<>(16, 0.75f, true);
  private int chunks;

  private record Key(ActionId action, int attempt) {}

  /** The log as it is now, with its index. */
  IndexedLog of(ActionId action, int attempt, LogReading reading) {
    Key key = new Key(action, attempt);
    LineIndex index = find(key);
    List<ChunkHead> more = reading.heads(index.bytes());
    if (!more.isEmpty()) {
      ChunkHead last = more.getLast();
      byte[] end = reading.read(last.start() + last.bytes() - 1, 1);
      index =
          index.plus(
              more.stream().map(chunk -> counted(chunk, reading)).toList(),
              end.length == 1 && end[0] != '\n');
      keep(key, index);
    }
    return new IndexedLog(reading, index);
  }

  private static ChunkHead counted(ChunkHead chunk, LogReading reading) {
    if (chunk.lineFeeds() >= 0) {
      return chunk;
    }
    int lineFeeds = 0;
    for (long at = chunk.start(), end = at + chunk.bytes(); at < end; ) {
      byte[] bytes = reading.read(at, end - at);
      if (bytes.length == 0) {
        break; // Removed just now: whoever reads it is told.
      }
      lineFeeds += LogChunk.lineFeeds(bytes, 0, bytes.length);
      at += bytes.length;
    }
    return new ChunkHead(chunk.start(), chunk.bytes(), lineFeeds, chunk.receivedAt());
  }

  private synchronized LineIndex find(Key key) {
    LineIndex index = known.get(key);
    return index == null ? LineIndex.EMPTY : index;
  }

  private synchronized void keep(Key key, LineIndex index) {
    LineIndex before = known.put(key, index);
    chunks += index.chunks() - (before == null ? 0 : before.chunks());
    var eldest = known.entrySet().iterator();
    while (chunks > MOST_CHUNKS && known.size() > 1) {
      Map.Entry<Key, LineIndex> gone = eldest.next();
      chunks -= gone.getValue().chunks();
      eldest.remove();
    }
  }
}
