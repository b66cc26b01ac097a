package org.laassoa.server.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Tokens of 256 random bits. The database holds only their SHA-256, which is enough: nobody can
 * guess such a token from its hash.
 */
public final class RandomToken {

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomToken() {}

  /** A fresh token, safe in a header and in a cookie. */
  static String create(String prefix) {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /** What is stored of a token. */
  public static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
