package org.laassoa.server.secret;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds the key: {@code LAAS_SECRET_KEY}, else {@code secret.key} in the home directory. */
@Dependent
public class SecretKeys {

  /** The server's one cipher. */
  @Produces
  @Singleton
  SecretCipher cipher(
      @ConfigProperty(name = "laas.secret-key") Optional<String> given,
      @ConfigProperty(name = "laas.home", defaultValue = "${user.home}/.laas-soa") Path home) {
    return new SecretCipher(
        given
            .map(key -> decode(key, "LAAS_SECRET_KEY"))
            .orElseGet(() -> new SecretKeyFile(home.resolve("secret.key")).readOrCreate()));
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
