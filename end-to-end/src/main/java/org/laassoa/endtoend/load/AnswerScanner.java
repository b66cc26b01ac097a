package org.laassoa.endtoend.load;

import java.nio.ByteBuffer;

/**
 * Finds the end of an HTTP/1.1 answer (RFC 9112) in bytes that come in pieces, without making
 * objects. Knows the body by {@code Content-Length} or {@code Transfer-Encoding: chunked}.
 */
final class AnswerScanner {

  private static final int UNKNOWN = -1;
  private static final int CHUNKED = -2;

  private int status;
  private int bodyFrom;
  private int bodyTo;
  private int bodyLength;
  private int scanned;
  private int chunkAt;

  AnswerScanner() {
    reset();
  }

  /** Begins with the next answer. */
  void reset() {
    bodyFrom = UNKNOWN;
    bodyLength = 0;
    scanned = 0;
  }

  /** The status of a complete answer. */
  int status() {
    return status;
  }

  /** Where the body of a complete answer begins. */
  int bodyFrom() {
    return bodyFrom;
  }

  /** Where it ends. */
  int bodyTo() {
    return bodyTo;
  }

  /**
   * Looks whether the answer is complete.
   *
   * @param in the answer so far, from 0 to its position; a chunked body is put together in it
   */
  boolean complete(ByteBuffer in) {
    if (bodyFrom == UNKNOWN && !head(in)) {
      return false;
    }
    if (bodyLength == CHUNKED) {
      return chunks(in);
    }
    bodyTo = bodyFrom + bodyLength;
    return in.position() >= bodyTo;
  }

  private boolean head(ByteBuffer in) {
    int limit = in.position() - 3;
    for (int i = scanned; i < limit; i++) {
      if (in.get(i) == '\r'
          && in.get(i + 1) == '\n'
          && in.get(i + 2) == '\r'
          && in.get(i + 3) == '\n') {
        headers(in, i);
        bodyFrom = i + 4;
        bodyTo = bodyFrom;
        chunkAt = bodyFrom;
        return true;
      }
    }
    scanned = Math.max(0, limit);
    return false;
  }

  private void headers(ByteBuffer in, int end) {
    // "HTTP/1.1 200 OK"
    status = (in.get(9) - '0') * 100 + (in.get(10) - '0') * 10 + in.get(11) - '0';
    for (int i = 12; i < end; i++) {
      if (in.get(i) == '\n') {
        if (startsWith(in, i + 1, "content-length:")) {
          bodyLength = number(in, i + 16, 10);
        } else if (startsWith(in, i + 1, "transfer-encoding: chunked")) {
          bodyLength = CHUNKED;
        }
      }
    }
  }

  private boolean chunks(ByteBuffer in) {
    while (true) {
      int line = lineEnd(in, chunkAt);
      if (line < 0) {
        return false;
      }
      int size = number(in, chunkAt, 16);
      int next = line + 2 + size + 2;
      if (next > in.position()) {
        return false;
      }
      if (size == 0) {
        return true;
      }
      // The bodies of chunks close up: each one moves over the line that told its size.
      for (int i = 0; i < size; i++) {
        in.put(bodyTo + i, in.get(line + 2 + i));
      }
      bodyTo += size;
      chunkAt = next;
    }
  }

  private static int lineEnd(ByteBuffer in, int from) {
    for (int i = from; i + 1 < in.position(); i++) {
      if (in.get(i) == '\r' && in.get(i + 1) == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static boolean startsWith(ByteBuffer in, int from, String lowerCase) {
    for (int i = 0; i < lowerCase.length(); i++) {
      byte b = in.get(from + i);
      int lower = b >= 'A' && b <= 'Z' ? b + 32 : b;
      if (lower != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int number(ByteBuffer in, int from, int radix) {
    int at = from;
    while (in.get(at) == ' ') {
      at++;
    }
    int number = 0;
    for (int digit = Character.digit(in.get(at), radix);
        digit >= 0;
        digit = Character.digit(in.get(++at), radix)) {
      number = number * radix + digit;
    }
    return number;
  }
}
