package org.laassoa.builder.execution.docker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An image's name in the parts that the API wants.
 *
 * @param repository with the registry's address when there is one, without tag
 * @param tag the tag, {@code latest} when the name has none; or a digest, {@code sha256:…}
 */
record ImageName(String repository, String tag) {

  private static final Pattern SAFE = Pattern.compile("[a-z0-9]+(?:[._-][a-z0-9]+)*");
  private static final int MAX_ENVIRONMENT = 100;

  /** Takes a name apart. */
  static ImageName of(String name) {
    int digest = name.indexOf('@');
    if (digest > 0) {
      return new ImageName(name.substring(0, digest), name.substring(digest + 1));
    }
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/')
        ? new ImageName(name.substring(0, colon), name.substring(colon + 1))
        : new ImageName(name, "latest");
  }

  /**
   * The name of an environment's image, {@code build_<environment>}. What an image's name may not
   * hold is taken out; then a part of the name's SHA-256 keeps different environments apart.
   */
  static String ofEnvironment(String environment) {
    if (SAFE.matcher(environment).matches() && environment.length() <= MAX_ENVIRONMENT) {
      return "build_" + environment + ":latest";
    }
    String readable =
        environment.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    readable = readable.substring(0, Math.min(readable.length(), MAX_ENVIRONMENT - 20));
    String hash = sha256(environment).substring(0, 12);
    return "build_"
        + (readable.isEmpty() ? "" : readable.replaceAll("-$", "") + "-")
        + hash
        + ":latest";
  }

  /** SHA-256 over the parts, each ended by a zero byte, in hexadecimal. */
  static String sha256(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
