package org.laassoa.server.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a fresh random 96-bit nonce for each message (NIST SP 800-38D, 8.2.2), stored as
 * nonce, cipher text, 128-bit tag. What a secret is for is authenticated with it, so that cipher
 * text copied to another row or column does not decrypt there.
 */
public final class SecretCipher {
  /** Length of a key in bytes. */
  public static final int KEY_BYTES = 32;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  /**
   * A cipher under this key.
   *
   * @param key exactly {@link #KEY_BYTES} bytes
   */
  public SecretCipher(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "a secret key has %d bytes, not %d".formatted(KEY_BYTES, key.length));
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * Encrypts a text.
   *
   * @param context what the secret is for, such as {@code git_servers.password:gitlab}; the same is
   *     needed to decrypt
   */
  public byte[] encrypt(String plain, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] cipherText =
          cipher(Cipher.ENCRYPT_MODE, nonce, context)
              .doFinal(plain.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(NONCE_BYTES + cipherText.length)
          .put(nonce)
          .put(cipherText)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is not available", e);
    }
  }

  /**
   * Decrypts what {@link #encrypt} made with the same context.
   *
   * @throws UnreadableSecretException if the key or the context is another, or the bytes changed
   */
  public String decrypt(byte[] cipherText, String context) {
    if (cipherText.length < NONCE_BYTES + TAG_BITS / 8) {
      throw new UnreadableSecretException(context);
    }
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(cipherText, 0, nonce, 0, NONCE_BYTES);
    try {
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, nonce, context)
              .doFinal(cipherText, NONCE_BYTES, cipherText.length - NONCE_BYTES);
      return new String(plain, StandardCharsets.UTF_8);
    } catch (AEADBadTagException e) {
      throw new UnreadableSecretException(context);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is not available", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
