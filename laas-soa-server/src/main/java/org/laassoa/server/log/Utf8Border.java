package org.laassoa.server.log;

/** Finds where bytes can be cut without cutting a character of UTF-8 in two. */
final class Utf8Border {

  private Utf8Border() {}

  /**
   * How many of the bytes to take now.
   *
   * @return the length less an unfinished character at the end; all of it where the end is no
   *     beginning of a character, since waiting would not mend it
   */
  static int before(byte[] bytes) {
    for (int back = 1; back <= Math.min(3, bytes.length); back++) {
      int value = bytes[bytes.length - back] & 0xff;
      if (value >= 0xc0) {
        return length(value) > back ? bytes.length - back : bytes.length;
      }
      if (value < 0x80) {
        return bytes.length;
      }
    }
    return bytes.length;
  }

  private static int length(int first) {
    if (first >= 0xf0) {
      return 4;
    }
    return first >= 0xe0 ? 3 : 2;
  }
}
