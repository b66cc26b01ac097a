package org.laassoa.server.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostKeyTest {
  /** Made with ssh-keygen; so is its fingerprint. */
  private static final String PUBLIC =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPfMQcG1Lw7suRMEwqZxurAcHeNCCkB02x3hqcu5r8U/ host";

  private static final String SHOWN =
      "ssh-ed25519 SHA256:xAayEUvnCQd/pHvxcn1kavhozkvxAwZJh3E+Qac5828";

  @Test
  void a_public_key_has_the_fingerprint_that_ssh_keygen_shows() {
    assertThat(HostKey.parse(PUBLIC)).hasToString("Optional[" + SHOWN + "]");
  }

  @Test
  void what_is_shown_can_be_given() {
    assertThat(HostKey.parse(SHOWN)).isEqualTo(HostKey.parse(PUBLIC));
  }

  @Test
  void anything_else_is_no_key() {
    assertThat(HostKey.parse("")).isEmpty();
    assertThat(HostKey.parse("ssh-ed25519 SHA256:short")).isEmpty();
    assertThat(HostKey.parse("ssh-rsa " + PUBLIC.split(" ")[1])).isEmpty();
    assertThat(HostKey.parse("ssh-ed25519 " + "A".repeat(60))).isEmpty();
  }
}
