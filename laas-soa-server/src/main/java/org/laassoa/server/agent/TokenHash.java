package org.laassoa.server.agent;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The SHA-256 of a token, to look agents up by: no token is kept, not even in memory.
 *
 * @param bytes 32 of them
 */
record TokenHash(byte[] bytes) {

  static TokenHash of(String token) {
    return new TokenHash(AgentTokens.hash(token));
  }

  static TokenHash ofHex(String hex) {
    return new TokenHash(HexFormat.of().parseHex(hex));
  }

  String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenHash(byte[] same) && Arrays.equals(bytes, same);
  }

  /** Any four bytes of a hash are a hash. */
  @Override
  public int hashCode() {
    return bytes[0] << 24 | (bytes[1] & 255) << 16 | (bytes[2] & 255) << 8 | (bytes[3] & 255);
  }
}
