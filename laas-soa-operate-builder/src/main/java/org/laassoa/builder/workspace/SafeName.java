package org.laassoa.builder.workspace;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Makes one path segment of any name from outside. */
public final class SafeName {

  private static final int MAXIMUM_BYTES = 120;
  private static final int READABLE_CHARACTERS = 24;
  private static final int HASH_BYTES = 12;

  /** No leading dot or dash: hidden files, and options of commands. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}._+-]*(/[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}._+-]*)*");

  private static final Pattern HASHED = Pattern.compile(".*~[0-9a-f]{24}", Pattern.DOTALL);

  /** What the JVM can encode in a path: ASCII only, when the agent runs without a locale. */
  private static final Charset PATHS =
      Charset.forName(System.getProperty("sun.jnu.encoding", StandardCharsets.US_ASCII.name()));

  private SafeName() {}

  /**
   * One path segment for a name: never empty, {@code .} or {@code ..}, at most 120 bytes, without
   * anything that a path, a shell or a mount gives a meaning to. Distinct names give distinct
   * segments. Ordinary names stay as they are, with {@code ~} for {@code /}; others become a
   * readable part and a hash.
   *
   * @param name any string
   */
  public static String of(String name) {
    String segment = name.replace('/', '~');
    boolean plain =
        PLAIN.matcher(name).matches()
            && segment.getBytes(StandardCharsets.UTF_8).length <= MAXIMUM_BYTES
            && PATHS.newEncoder().canEncode(name)
            && !HASHED.matcher(segment).matches();
    return plain ? segment : readablePart(name) + "~" + hash(name);
  }

  private static String readablePart(String name) {
    String readable = name.replaceAll("[^A-Za-z0-9_+-]+", "_").replaceFirst("^[-+]", "_");
    return readable.substring(0, Math.min(readable.length(), READABLE_CHARACTERS));
  }

  /** Of the characters, not of their encoding: lone surrogates stay distinct. */
  private static String hash(String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      name.chars().forEach(c -> digest.update(new byte[] {(byte) (c >> 8), (byte) c}));
      return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
