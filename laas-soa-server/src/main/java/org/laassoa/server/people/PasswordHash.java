package org.laassoa.server.people;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is stored of a password: PBKDF2-HMAC-SHA256 as {@code iterations$salt$hash}. The number of
 * iterations is OWASP's recommendation; it is stored, so that it can grow.
 */
public final class PasswordHash {

  private static final int ITERATIONS = 600_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PasswordHash() {}

  /** Hashes a password with a fresh salt. */
  public static String of(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return stored(salt, derive(password, salt, ITERATIONS));
  }

  /** As if a password that nobody knows had been hashed. */
  public static String ofNothing() {
    byte[] random = new byte[SALT_BYTES + HASH_BITS / 8];
    RANDOM.nextBytes(random);
    return stored(
        Arrays.copyOf(random, SALT_BYTES), Arrays.copyOfRange(random, SALT_BYTES, random.length));
  }

  private static String stored(byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder();
    return ITERATIONS + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
  }

  /** Whether this is the password that was hashed; takes the same time whatever the answer. */
  public static boolean matches(String password, String stored) {
    List<String> parts = List.of(stored.split("\\$"));
    byte[] salt = Base64.getDecoder().decode(parts.get(1));
    byte[] hash = Base64.getDecoder().decode(parts.get(2));
    return MessageDigest.isEqual(hash, derive(password, salt, Integer.parseInt(parts.get(0))));
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    try {
      var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA256", e);
    }
  }
}
