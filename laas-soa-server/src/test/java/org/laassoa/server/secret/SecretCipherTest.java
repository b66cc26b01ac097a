package org.laassoa.server.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretCipherTest {
  private final SecretCipher cipher = new SecretCipher(new byte[SecretCipher.KEY_BYTES]);

  @Test
  void what_is_encrypted_decrypts_with_the_same_context() {
    byte[] cipherText = cipher.encrypt("pässwörd 密码", "git_servers.password:a");

    assertThat(cipher.decrypt(cipherText, "git_servers.password:a")).isEqualTo("pässwörd 密码");
  }

  @Test
  void the_same_text_never_encrypts_to_the_same_bytes() {
    assertThat(cipher.encrypt("x", "a")).isNotEqualTo(cipher.encrypt("x", "a"));
  }

  @Test
  void another_context_does_not_decrypt() {
    byte[] cipherText = cipher.encrypt("hunter2", "a");

    assertThatThrownBy(() -> cipher.decrypt(cipherText, "b"))
        .isInstanceOf(UnreadableSecretException.class)
        .hasMessageContaining("LAAS_SECRET_KEY")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void another_key_does_not_decrypt() {
    byte[] otherKey = new byte[SecretCipher.KEY_BYTES];
    otherKey[0] = 1;
    byte[] cipherText = new SecretCipher(otherKey).encrypt("x", "a");

    assertThatThrownBy(() -> cipher.decrypt(cipherText, "a"))
        .isInstanceOf(UnreadableSecretException.class);
  }

  @Test
  void a_changed_or_cut_text_does_not_decrypt() {
    byte[] changed = cipher.encrypt("x", "a");
    changed[changed.length - 1] ^= 1;

    assertThatThrownBy(() -> cipher.decrypt(changed, "a"))
        .isInstanceOf(UnreadableSecretException.class);
    assertThatThrownBy(() -> cipher.decrypt(new byte[5], "a"))
        .isInstanceOf(UnreadableSecretException.class);
  }

  @Test
  void what_was_stored_before_keys_had_ids_is_still_read() {
    byte[] stored = CipherText.of(cipher.encrypt("x", "a")).sealed();

    String plain = cipher.decrypt(stored, "a");

    assertThat(plain).isEqualTo("x");
    assertThat(cipher.isCurrent(stored)).isFalse();
  }

  @Test
  void no_words_about_keys_tell_a_key() {
    EncryptionKey key = SecretKeyFile.fresh();

    assertThat(
            List.of(
                key.toString(),
                KeyLines.of(key).toString(),
                new KeyRing(key, List.of()).toString()))
        .noneMatch(words -> words.contains(key.base64()));
  }
}
