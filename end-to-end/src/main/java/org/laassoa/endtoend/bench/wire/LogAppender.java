package org.laassoa.endtoend.bench.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.laassoa.endtoend.load.Conversation;
import org.laassoa.endtoend.load.RequestBytes;

/** An agent that sends a log made of the same chunk again and again, as fast as it is taken. */
public final class LogAppender implements Conversation {

  /** Digits of an offset; the server does not mind leading zeros. */
  private static final int DIGITS = 12;

  private static final String OFFSET = "&offset=";

  private final ByteBuffer request;
  private final int offsetAt;
  private final int chunk;
  private final int chunks;
  private int sent;

  /**
   * For the attempt that the agent with that token owns.
   *
   * @param chunks how many to send
   */
  public LogAppender(String token, long action, int attempt, byte[] chunk, int chunks) {
    String path =
        "/log_data?action_id=" + action + "&attempt=" + attempt + OFFSET + "0".repeat(DIGITS);
    this.request = new RequestBytes("Bearer " + token).bytes(path, chunk);
    this.offsetAt = "POST ".length() + path.length() - DIGITS;
    this.chunk = chunk.length;
    this.chunks = chunks;
  }

  @Override
  public @Nullable ByteBuffer next() {
    if (sent == chunks) {
      return null;
    }
    String offset = Long.toString((long) sent * chunk);
    request.put(offsetAt + DIGITS - offset.length(), offset.getBytes(StandardCharsets.US_ASCII));
    sent++;
    return request.rewind();
  }

  @Override
  public void answered(int status, ByteBuffer body) {
    if (status != 200) {
      throw Refused.because(status, body);
    }
  }
}
