package org.laassoa.server.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The SSH server of {@code .ci/world-up} and its accounts. */
final class SshWorld {

  private SshWorld() {}

  /** A setting of the world's env; without it the test is skipped, and fails in CI. */
  static String setting(String name) {
    String value = System.getenv(name);
    if (value == null) {
      String reason = name + " is not set: run .ci/world-up, take its env";
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError("in CI nothing is skipped, but " + reason);
      }
      Assumptions.abort(reason);
    }
    return value;
  }

  static String host() {
    return setting("LAAS_TEST_SSH").split(":", 2)[0];
  }

  static int port() {
    return Integer.parseInt(setting("LAAS_TEST_SSH").split(":", 2)[1]);
  }

  /** The account without any rights. */
  static String user() {
    return setting("LAAS_TEST_SSH_USER");
  }

  static String password() {
    return setting("LAAS_TEST_SSH_PASSWORD");
  }

  /** The key that all accounts take. */
  static String key() {
    return read(setting("LAAS_TEST_SSH_KEY"));
  }

  /** As above, encrypted with the passphrase. */
  static String encryptedKey() {
    return read(setting("LAAS_TEST_SSH_ENCRYPTED_KEY"));
  }

  static String passphrase() {
    return setting("LAAS_TEST_SSH_PASSPHRASE");
  }

  /** The account that may do all by sudo. */
  static String sudoUser() {
    return setting("LAAS_TEST_SSH_SUDO_USER");
  }

  static String sudoPassword() {
    return setting("LAAS_TEST_SSH_SUDO_PASSWORD");
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
