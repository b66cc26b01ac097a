package org.laassoa.server.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.laassoa.server.configuration.webhook.WebhookSecret;

/**
 * Signs messages as Standard Webhooks says (github.com/standard-webhooks/standard-webhooks,
 * "Signature scheme"): HMAC-SHA256 of id, time and body, with dots between.
 */
final class Signature {

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** The headers that a message carries. */
  static Map<String, String> headers(WebhookMessage message, Instant now, WebhookSecret secret) {
    String timestamp = Long.toString(now.getEpochSecond());
    String signed = message.id() + "." + timestamp + "." + message.body();
    return Map.of(
        "Content-Type",
        "application/json",
        "webhook-id",
        message.id(),
        "webhook-timestamp",
        timestamp,
        "webhook-signature",
        "v1," + hmac(signed, secret));
  }

  private static String hmac(String text, WebhookSecret secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
