package org.laassoa.server.people;

import java.util.Arrays;

/**
 * A SHA-256 by which something is looked up.
 *
 * @param bytes 32 of them
 */
record TokenKey(byte[] bytes) {

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenKey(byte[] same) && Arrays.equals(bytes, same);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
