package org.laassoa.server.githook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Whether a call comes from whom the secret was given to. Compares in constant time. */
final class HookProof {
  private static final String SHA256 = "sha256=";

  private HookProof() {}

  /** Whether the call proves that its sender knows the secret. */
  static boolean holds(HookForm form, HookCall call, String secret) {
    return switch (form) {
      case GITLAB -> same(call.header("X-Gitlab-Token"), secret);
      case GITEA -> {
        String own = call.header("X-Gitea-Signature");
        yield own == null ? signedAsGitHub(call, secret) : same(lower(own), hmac(call, secret));
      }
      case GITHUB, GENERIC -> signedAsGitHub(call, secret);
    };
  }

  private static boolean signedAsGitHub(HookCall call, String secret) {
    String given = call.header("X-Hub-Signature-256");
    return given != null
        && given.startsWith(SHA256)
        && same(lower(given.substring(SHA256.length())), hmac(call, secret));
  }

  private static String lower(String hex) {
    return hex.toLowerCase(Locale.ROOT);
  }

  private static String hmac(HookCall call, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(call.body()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has HmacSHA256", e);
    }
  }

  private static boolean same(@Nullable String given, String wanted) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
  }
}
