package org.laassoa.server.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for AES-256. Its id is made from the key itself, so that nothing has to be kept about it
 * and two servers with the same key agree on the id.
 */
final class EncryptionKey {
  /** Length of an id in bytes. */
  static final int ID_BYTES = 8;

  private static final byte[] ID_LABEL = "laas-soa key id".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final String id;

  /**
   * A key.
   *
   * @param bytes exactly {@link SecretCipher#KEY_BYTES} bytes
   */
  EncryptionKey(byte[] bytes) {
    if (bytes.length != SecretCipher.KEY_BYTES) {
      throw new IllegalArgumentException(
          "a secret key has %d bytes, not %d".formatted(SecretCipher.KEY_BYTES, bytes.length));
    }
    this.bytes = bytes.clone();
    this.id = HexFormat.of().formatHex(idOf(bytes));
  }

  /** A key's hash tells nothing of 256 random bits. */
  private static byte[] idOf(byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ID_LABEL);
      return Arrays.copyOf(digest.digest(key), ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** 16 hexadecimal digits that name the key without telling it. */
  String id() {
    return id;
  }

  SecretKey forCipher() {
    return new SecretKeySpec(bytes, "AES");
  }

  /** As the key file has it: a secret. */
  String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EncryptionKey key && MessageDigest.isEqual(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "EncryptionKey[" + id + "]";
  }
}
