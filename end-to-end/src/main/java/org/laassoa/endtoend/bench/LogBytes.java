package org.laassoa.endtoend.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** What scripts of benches print. The same numbers give the same bytes. */
enum LogBytes {
  /** Lines as of a compiler: letters, digits, repeated words. */
  TEXT {
    @Override
    byte[] make(int length, long seed) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(length + 200);
      while (text.length() < length) {
        text.append("[INFO] Compiling module-").append(random.nextInt(1000));
        text.append(": src/main/java/org/example/p").append(random.nextInt(100));
        text.append("/Class").append(random.nextInt(100_000)).append(".java took ");
        text.append(random.nextInt(10_000)).append(" ms\n");
      }
      text.setLength(length);
      return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
  },

  /** Bytes of every value, which nothing can make shorter. */
  INCOMPRESSIBLE {
    @Override
    byte[] make(int length, long seed) {
      byte[] bytes = new byte[length];
      new Random(seed).nextBytes(bytes);
      return bytes;
    }
  };

  abstract byte[] make(int length, long seed);

  /** Of the algorithm that log digests are made with. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
