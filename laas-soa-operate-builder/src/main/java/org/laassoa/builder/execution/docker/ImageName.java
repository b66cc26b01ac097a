package org.laassoa.builder.execution.docker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An image's name in the parts that the API wants.
 *
 * @param repository with the registry's address when there is one, without tag
 * @param tag the tag, {@code latest} when the name has none; or a digest, {@code sha256:…}
 */
record ImageName(String repository, String tag) {

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
