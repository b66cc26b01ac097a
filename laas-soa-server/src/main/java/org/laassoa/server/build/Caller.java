package org.laassoa.server.build;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.IdempotencyKey;
import org.laassoa.server.problem.ProblemException;

/**
 * Who asks for builds.
 *
 * @param name shown with the builds
 * @param scope whose keys these are
 * @param idempotencyKey makes the request repeatable, or null
 */
record Caller(String name, String scope, @Nullable String idempotencyKey) {

  private static final String PRINTABLE = "[\\x21-\\x7E]([\\x20-\\x7E]{0,253}[\\x21-\\x7E])?";

  /**
   * A user.
   *
   * @param header what the request's {@code Idempotency-Key} says, or null
   * @throws ProblemException when that is no key
   */
  static Caller user(String name, @Nullable String header) {
    if (header != null && !header.matches(PRINTABLE)) {
      throw ProblemException.invalidField(
          "Idempotency-Key", "must be 1 to 255 printable ASCII characters");
    }
    return new Caller(name, name, header);
  }

  /**
   * The key of a request, which has one.
   *
   * @param request all that is asked for, written always in the same way
   */
  IdempotencyKey key(String request) {
    return new IdempotencyKey(scope, Objects.requireNonNull(idempotencyKey), sha256(request));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
