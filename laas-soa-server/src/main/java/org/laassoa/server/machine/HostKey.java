package org.laassoa.server.machine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host's public key, as {@code ssh-keygen -l} shows it.
 *
 * @param type such as {@code ssh-ed25519}
 * @param fingerprint {@code SHA256:} and 43 characters of base64
 */
public record HostKey(String type, String fingerprint) {

  private static final String TYPE = "([a-z0-9][a-z0-9@.-]{2,63})";
  private static final Pattern SHOWN = Pattern.compile(TYPE + " (SHA256:[A-Za-z0-9+/]{43})");
  private static final Pattern PUBLIC =
      Pattern.compile(TYPE + " ([A-Za-z0-9+/]{40,4000}={0,2})(?: .*)?");

  /** The key in these bytes: RFC 4253, section 6.6, which begin with its type. */
  public static HostKey of(byte[] key) {
    ByteBuffer buffer = ByteBuffer.wrap(key);
    byte[] type = new byte[Math.clamp(buffer.getInt(), 0, buffer.remaining())];
    buffer.get(type);
    return new HostKey(new String(type, StandardCharsets.US_ASCII), fingerprint(key));
  }

  /** What a person gave: as it is shown, or as a line of a {@code .pub} file. */
  public static Optional<HostKey> parse(String text) {
    Matcher shown = SHOWN.matcher(text.strip());
    if (shown.matches()) {
      return Optional.of(new HostKey(shown.group(1), shown.group(2)));
    }
    Matcher whole = PUBLIC.matcher(text.strip());
    if (!whole.matches()) {
      return Optional.empty();
    }
    try {
      HostKey key = of(Base64.getDecoder().decode(whole.group(2)));
      return key.type().equals(whole.group(1)) ? Optional.of(key) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String fingerprint(byte[] key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** As it is shown and stored: {@code ssh-ed25519 SHA256:…}. */
  @Override
  public String toString() {
    return type + " " + fingerprint;
  }
}
