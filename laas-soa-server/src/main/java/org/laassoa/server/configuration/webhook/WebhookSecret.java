package org.laassoa.server.configuration.webhook;

import java.util.Base64;
import java.util.Optional;

/**
 * What a webhook's calls are signed with, as Standard Webhooks writes it
 * (github.com/standard-webhooks/standard-webhooks, "Signature scheme"): {@code whsec_} and base64.
 *
 * @param text as people write it
 */
public record WebhookSecret(String text) {

  private static final String PREFIX = "whsec_";
  private static final int FEWEST = 24;
  private static final int MOST = 64;

  /** What is wanted of a secret, in words. */
  static final String MESSAGE = "must be whsec_ and the base64 of 24 to 64 random bytes";

  /** Whether it is one. */
  boolean isValid() {
    return decoded().filter(key -> key.length >= FEWEST && key.length <= MOST).isPresent();
  }

  /** The key of the HMAC. */
  public byte[] key() {
    return decoded().orElseThrow(() -> new IllegalStateException("it was checked when stored"));
  }

  private Optional<byte[]> decoded() {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(text.substring(PREFIX.length())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "WebhookSecret[***]";
  }
}
