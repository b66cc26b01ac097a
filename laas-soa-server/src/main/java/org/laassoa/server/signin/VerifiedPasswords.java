package org.laassoa.server.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a short while which passwords were right, since checking one costs a tenth of a
 * second by design and basic authentication brings it with every call. Kept as a keyed hash, with a
 * key that only this process has. What is asked while it is being checked waits for that check.
 */
final class VerifiedPasswords {

  private static final Duration VALIDITY = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private final Clock clock;
  private final SecretKeySpec key;
  private final Map<String, Instant> verifiedUntil = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Boolean>> underWay = new ConcurrentHashMap<>();

  VerifiedPasswords(Clock clock) {
    this.clock = clock;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "HmacSHA256");
  }

  /** Whether the password is remembered as right; see {@link #isRight}. */
  boolean isRemembered(String name, String password, String stored) {
    return isRemembered(fingerprint(name, password, stored));
  }

  private boolean isRemembered(String fingerprint) {
    Instant until = verifiedUntil.get(fingerprint);
    return until != null && clock.instant().isBefore(until);
  }

  /**
   * Whether the password is right.
   *
   * @param stored what is stored of it: part of what is remembered, so a change counts at once
   * @param check the costly way to find out; what it throws is thrown to all who wait for it
   */
  boolean isRight(String name, String password, String stored, BooleanSupplier check) {
    String fingerprint = fingerprint(name, password, stored);
    if (isRemembered(fingerprint)) {
      return true;
    }
    CompletableFuture<Boolean> own = new CompletableFuture<>();
    CompletableFuture<Boolean> others = underWay.putIfAbsent(fingerprint, own);
    return others == null ? find(fingerprint, own, check) : outcome(others);
  }

  private boolean find(
      String fingerprint, CompletableFuture<Boolean> answer, BooleanSupplier check) {
    try {
      boolean right = check.getAsBoolean();
      if (right) {
        remember(fingerprint);
      }
      answer.complete(right);
      return right;
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
      throw e;
    } finally {
      underWay.remove(fingerprint);
    }
  }

  private void remember(String fingerprint) {
    if (verifiedUntil.size() >= MOST) {
      verifiedUntil.clear();
    }
    verifiedUntil.put(fingerprint, clock.instant().plus(VALIDITY));
  }

  private static boolean outcome(CompletableFuture<Boolean> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      @Nullable Throwable cause = e.getCause();
      if (cause instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private String fingerprint(String name, String password, String stored) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      String text = name + "\0" + stored + "\0" + password;
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
