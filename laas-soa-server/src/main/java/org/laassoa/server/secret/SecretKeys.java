package org.laassoa.server.secret;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds the keys: {@code LAAS_SECRET_KEY} with {@code LAAS_SECRET_KEY_PREVIOUS}, else {@code
 * secret.key} in the home directory.
 */
@Dependent
public class SecretKeys {
  private static final String FILE = "secret.key";

  /** The server's one cipher. */
  @Produces
  @Singleton
  SecretCipher cipher(
      @ConfigProperty(name = "laas.secret-key") Optional<String> given,
      @ConfigProperty(name = "laas.secret-key-previous") Optional<String> previous,
      @ConfigProperty(name = "laas.home", defaultValue = "${user.home}/.laas-soa") Path home) {
    if (given.isPresent()) {
      KeyRing ring = given(given.get(), previous);
      return new SecretCipher(() -> ring);
    }
    SecretKeyFile file = file(home);
    file.readOrCreate();
    return new SecretCipher(file);
  }

  /** The key file of a server's home. */
  static SecretKeyFile file(Path home) {
    return new SecretKeyFile(home.resolve(FILE));
  }

  /**
   * The keys that the settings give.
   *
   * @param previous further keys to decrypt with, with commas between
   */
  static KeyRing given(String current, Optional<String> previous) {
    List<EncryptionKey> others = new ArrayList<>();
    Arrays.stream(previous.orElse("").split(","))
        .filter(key -> !key.isBlank())
        .map(key -> new EncryptionKey(decode(key, "LAAS_SECRET_KEY_PREVIOUS")))
        .forEach(others::add);
    return new KeyRing(new EncryptionKey(decode(current, "LAAS_SECRET_KEY")), others);
  }

  /**
   * The key's bytes.
   *
   * @param source where it comes from, for the message
   * @throws IllegalStateException if it is not the base64 of 32 bytes; the message never shows it
   */
  static byte[] decode(String base64, String source) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      // Without the cause: its message names a character of the key.
      throw new IllegalStateException(source + " is not base64");
    }
    if (key.length != SecretCipher.KEY_BYTES) {
      throw new IllegalStateException(
          "%s holds %d bytes, not the %d of a key"
              .formatted(source, key.length, SecretCipher.KEY_BYTES));
    }
    return key;
  }
}
