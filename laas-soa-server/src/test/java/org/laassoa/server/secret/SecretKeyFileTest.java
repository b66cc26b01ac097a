package org.laassoa.server.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeyFileTest {
  @TempDir Path home;

  @Test
  void the_first_start_makes_a_key_that_later_starts_read() throws IOException {
    Path file = home.resolve("new/secret.key");

    KeyRing keys = new SecretKeyFile(file).readOrCreate();

    assertThat(keys.all()).hasSize(1);
    assertThat(new SecretKeyFile(file).readOrCreate()).isEqualTo(keys);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_key_that_others_may_read_is_refused() throws IOException {
    Path file = home.resolve("secret.key");
    new SecretKeyFile(file).readOrCreate();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> new SecretKeyFile(file).readOrCreate())
        .hasMessageContaining("chmod 600");
  }

  @Test
  void what_is_no_key_is_refused_without_showing_it() {
    assertThatThrownBy(() -> SecretKeys.decode("c2hvcnQ=", "LAAS_SECRET_KEY"))
        .hasMessage("LAAS_SECRET_KEY holds 5 bytes, not the 32 of a key");
    assertThatThrownBy(() -> SecretKeys.decode("not base64!", "LAAS_SECRET_KEY"))
        .hasMessage("LAAS_SECRET_KEY is not base64");
  }
}
