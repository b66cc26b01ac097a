package org.laassoa.endtoend.bench.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.laassoa.endtoend.load.RequestBytes;

/** The request that ends an attempt well, written into the same bytes each time. */
final class Completion {

  /** Of the body; what the numbers leave is filled with spaces. */
  private static final int LENGTH = 112;

  private static final byte[] BEFORE_ID = ascii("{\"action_id\":\"");
  private static final byte[] BEFORE_ATTEMPT = ascii("\",\"attempt\":");
  private static final byte[] REST = ascii(",\"outcome\":{\"result\":\"succeeded\"}}");

  private final ByteBuffer request;
  private final int body;

  Completion(RequestBytes requests) {
    byte[] head = requests.head("POST", "/complete_action", "application/json", LENGTH);
    this.body = head.length;
    this.request = ByteBuffer.allocateDirect(body + LENGTH).put(head);
  }

  /** The request for that attempt; good until the next call. */
  ByteBuffer of(long action, int attempt) {
    request.clear().position(body).put(BEFORE_ID);
    number(action);
    request.put(BEFORE_ATTEMPT);
    number(attempt);
    request.put(REST);
    while (request.hasRemaining()) {
      request.put((byte) ' ');
    }
    return request.flip();
  }

  private void number(long number) {
    long unit = 1;
    while (number / unit >= 10) {
      unit *= 10;
    }
    for (; unit > 0; unit /= 10) {
      request.put((byte) ('0' + number / unit % 10));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
