package org.laassoa.endtoend.bench.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The actions that an answer to a poll hands out. Finds them without reading all of the JSON, since
 * what the load costs is taken from the server: looks for the beginning that every order has, by
 * the order of fields that the server writes.
 */
final class Orders {

  private static final byte[] BEFORE_ID = ascii("\"action_id\":\"");
  private static final byte[] BEFORE_ATTEMPT = ascii("\",\"attempt\":");
  private static final byte[] BEFORE_LEASE = ascii(",\"lease_seconds\":");

  private final long[] ids;
  private final int[] attempts;
  private int count;
  private int at;

  /** Room for so many. */
  Orders(int most) {
    this.ids = new long[most];
    this.attempts = new int[most];
  }

  /**
   * Takes over what this answer hands out.
   *
   * @throws IllegalStateException when there is something in it, but none that is known here
   */
  void read(ByteBuffer body) {
    count = 0;
    int length = body.limit();
    for (at = body.position(); at < length; at++) {
      if (body.get(at) == '"' && skip(body, BEFORE_ID)) {
        long id = number(body);
        if (skip(body, BEFORE_ATTEMPT)) {
          int attempt = (int) number(body);
          if (skip(body, BEFORE_LEASE)) {
            ids[count] = id;
            attempts[count] = attempt;
            count++;
          }
        }
      }
    }
    if (count == 0 && body.remaining() > 2) {
      throw new IllegalStateException(
          "no order is known in " + StandardCharsets.UTF_8.decode(body));
    }
  }

  int count() {
    return count;
  }

  long id(int index) {
    return ids[index];
  }

  int attempt(int index) {
    return attempts[index];
  }

  private boolean skip(ByteBuffer body, byte[] text) {
    if (at + text.length > body.limit()) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (body.get(at + i) != text[i]) {
        return false;
      }
    }
    at += text.length;
    return true;
  }

  private long number(ByteBuffer body) {
    long number = 0;
    for (byte b = body.get(at); b >= '0' && b <= '9'; b = body.get(++at)) {
      number = 10 * number + b - '0';
    }
    return number;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
