package org.laassoa.server.secret;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A stored secret taken apart: {@code 'L' 'K' 0x00 0x01}, the id of the key, then what AES-GCM
 * takes. Before there were several keys only the latter was stored; its random nonce looks like the
 * mark once in four billion secrets, so both readings of such bytes are tried.
 *
 * @param keyId the key's id, or null where the bytes do not say
 * @param sealed nonce, cipher text, tag
 */
@SuppressWarnings("ArrayRecordComponent") // Only carried from the bytes to the cipher.
record CipherText(@Nullable String keyId, byte[] sealed) {
  private static final byte[] MARK = {'L', 'K', 0, 1};

  /** How many bytes stand before the sealed ones. */
  private static final int HEADER = MARK.length + EncryptionKey.ID_BYTES;

  /** The bytes as they are stored now; without a key id where they were stored before. */
  static CipherText of(byte[] stored) {
    if (stored.length < HEADER || !Arrays.equals(stored, 0, MARK.length, MARK, 0, MARK.length)) {
      return unmarked(stored);
    }
    return new CipherText(
        HexFormat.of().formatHex(stored, MARK.length, HEADER),
        Arrays.copyOfRange(stored, HEADER, stored.length));
  }

  /** The bytes as they were stored when there was one key. */
  static CipherText unmarked(byte[] stored) {
    return new CipherText(null, stored);
  }

  /** What is stored. */
  byte[] stored() {
    return keyId == null
        ? sealed
        : ByteBuffer.allocate(HEADER + sealed.length)
            .put(MARK)
            .put(HexFormat.of().parseHex(keyId))
            .put(sealed)
            .array();
  }
}
