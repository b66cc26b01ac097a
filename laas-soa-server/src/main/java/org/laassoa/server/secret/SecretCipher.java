package org.laassoa.server.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with a fresh random 96-bit nonce for each message (NIST SP 800-38D, 8.2.2), stored
 * with the id of its key, see {@link CipherText}. What a secret is for is authenticated with it, so
 * that cipher text copied to another row or column does not decrypt there.
 *
 * <p>Keys may change while the server runs. They are read again before each encryption, which is
 * seldom, so that nothing is stored under a key that was replaced; and when a secret names a key
 * that is not known.
 */
public final class SecretCipher {
  /** Length of a key in bytes. */
  public static final int KEY_BYTES = 32;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final KeySource source;
  private final SecureRandom random = new SecureRandom();
  private volatile KeyRing keys;

  /**
   * A cipher under this one key.
   *
   * @param key exactly {@link #KEY_BYTES} bytes
   */
  public SecretCipher(byte[] key) {
    this(fixed(new KeyRing(new EncryptionKey(key), List.of())));
  }

  /** A cipher under the keys of that source, whose keys can be used now. */
  SecretCipher(KeySource source) {
    this.source = source;
    this.keys = source.read();
  }

  private static KeySource fixed(KeyRing ring) {
    return () -> ring;
  }

  /**
   * Encrypts a text.
   *
   * @param context what the secret is for, such as {@code git_servers.password:gitlab}; the same is
   *     needed to decrypt
   */
  public byte[] encrypt(String plain, String context) {
    keys = source.read();
    EncryptionKey key = keys.current();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] cipherText =
          cipher(Cipher.ENCRYPT_MODE, key, nonce, context)
              .doFinal(plain.getBytes(StandardCharsets.UTF_8));
      byte[] sealed =
          ByteBuffer.allocate(NONCE_BYTES + cipherText.length).put(nonce).put(cipherText).array();
      return new CipherText(key.id(), sealed).stored();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is not available", e);
    }
  }

  /**
   * Decrypts what {@link #encrypt} made with the same context.
   *
   * @throws UnreadableSecretException if the key is not there, the context is another, or the bytes
   *     changed
   */
  public String decrypt(byte[] stored, String context) {
    CipherText marked = CipherText.of(stored);
    String keyId = marked.keyId();
    if (keyId != null) {
      Optional<String> plain = key(keyId).flatMap(key -> open(key, marked.sealed(), context));
      if (plain.isPresent()) {
        return plain.get();
      }
    }
    return keys.all().stream()
        .flatMap(key -> open(key, CipherText.unmarked(stored).sealed(), context).stream())
        .findFirst()
        .orElseThrow(() -> new UnreadableSecretException(context));
  }

  /** Whether a stored secret is under the current key. */
  public boolean isCurrent(byte[] stored) {
    return keys.current().id().equals(CipherText.of(stored).keyId());
  }

  private Optional<EncryptionKey> key(String id) {
    Optional<EncryptionKey> known = keys.byId(id);
    if (known.isPresent()) {
      return known;
    }
    // Another process may have brought a new key since.
    keys = source.read();
    return keys.byId(id);
  }

  private static Optional<String> open(EncryptionKey key, byte[] sealed, String context) {
    if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
      return Optional.empty();
    }
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(sealed, 0, nonce, 0, NONCE_BYTES);
    try {
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, key, nonce, context)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return Optional.of(new String(plain, StandardCharsets.UTF_8));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is not available", e);
    }
  }

  private static Cipher cipher(int mode, EncryptionKey key, byte[] nonce, String context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.forCipher(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
