package org.laassoa.server.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FastDecompressor;

/**
 * A piece of a log as it is stored: packed as an LZ4 block where that makes it smaller, which for
 * what builds print is a fifth. Small enough that a part of one costs little to read.
 *
 * @param start where in the log it begins
 * @param bytes how long it is unpacked
 * @param lineFeeds how many line feeds it has; -1 where that is not known
 * @param packed whether {@code data} is packed
 * @param data what is stored
 */
record LogChunk(long start, int bytes, int lineFeeds, boolean packed, byte[] data) {

  private static final int MOST = 256 * 1024;

  /** Below this there is nothing to gain. */
  private static final int WORTH_IT = 256;

  private static final LZ4Compressor COMPRESSOR = LZ4Factory.fastestInstance().fastCompressor();
  private static final LZ4FastDecompressor DECOMPRESSOR =
      LZ4Factory.fastestInstance().fastDecompressor();

  /**
   * Cuts and packs bytes.
   *
   * @param start where in the log the first chunk begins
   * @param data the bytes
   * @param from the first of them to take
   */
  static List<LogChunk> pack(long start, byte[] data, int from) {
    List<LogChunk> chunks = new ArrayList<>();
    for (int at = from; at < data.length; at += MOST) {
      int bytes = Math.min(MOST, data.length - at);
      chunks.add(pack(start + at - from, data, at, bytes));
    }
    return chunks;
  }

  private static LogChunk pack(long start, byte[] data, int from, int bytes) {
    int lineFeeds = lineFeeds(data, from, from + bytes);
    if (bytes >= WORTH_IT) {
      byte[] packed = new byte[COMPRESSOR.maxCompressedLength(bytes)];
      int length = COMPRESSOR.compress(data, from, bytes, packed, 0);
      if (length < bytes - bytes / 8) {
        return new LogChunk(start, bytes, lineFeeds, true, Arrays.copyOf(packed, length));
      }
    }
    return new LogChunk(
        start, bytes, lineFeeds, false, Arrays.copyOfRange(data, from, from + bytes));
  }

  /** How many of these bytes are line feeds. */
  static int lineFeeds(byte[] data, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (data[i] == '\n') {
        count++;
      }
    }
    return count;
  }

  /** The bytes as they came. */
  byte[] unpacked() {
    return packed ? DECOMPRESSOR.decompress(data, bytes) : data;
  }
}
