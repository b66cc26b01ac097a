package org.laassoa.server.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a short while which passwords were right, since checking one costs a tenth of a
 * second by design and basic authentication brings it with every call. Kept as a keyed hash, with a
 * key that only this process has.
 */
final class VerifiedPasswords {

  private static final Duration VALIDITY = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private final Clock clock;
  private final SecretKeySpec key;
  private final Map<String, Instant> verifiedUntil = new ConcurrentHashMap<>();

  VerifiedPasswords(Clock clock) {
    this.clock = clock;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "HmacSHA256");
  }

  /**
   * Whether the password is right.
   *
   * @param stored what is stored of it: part of what is remembered, so a change counts at once
   * @param check the costly way to find out
   */
  boolean isRight(String name, String password, String stored, BooleanSupplier check) {
    String fingerprint = fingerprint(name + "\0" + stored + "\0" + password);
    Instant now = clock.instant();
    Instant until = verifiedUntil.get(fingerprint);
    if (until != null && now.isBefore(until)) {
      return true;
    }
    boolean right = check.getAsBoolean();
    if (right) {
      if (verifiedUntil.size() >= MOST) {
        verifiedUntil.clear();
      }
      verifiedUntil.put(fingerprint, now.plus(VALIDITY));
    }
    return right;
  }

  private String fingerprint(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
