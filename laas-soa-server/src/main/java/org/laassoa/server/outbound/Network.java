package org.laassoa.server.outbound;

import java.net.InetAddress;

/**
 * A range of IP addresses (RFC 4632).
 *
 * @param address any address in it
 * @param prefixBits how many leading bits all of its addresses share
 */
record Network(InetAddress address, int prefixBits) {

  /**
   * Reads {@code 10.0.0.0/8}, {@code fd00::/8} or one address.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  static Network parse(String text) {
    int slash = text.indexOf('/');
    InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int bits = address.getAddress().length * 8;
    int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException("a prefix of %s has 0 to %d bits".formatted(text, bits));
    }
    return new Network(address, prefix);
  }

  /** Whether that address is in it; one of the other family never is. */
  boolean contains(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] theirs = other.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < prefixBits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if (((mine[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
