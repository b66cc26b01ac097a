package org.laassoa.server.machine;

import org.jspecify.annotations.Nullable;

/**
 * How one signs in on a machine, in plain text.
 *
 * @param username the account
 * @param password its password, or null
 * @param privateKey a private key in a text form that OpenSSH writes, or null
 * @param passphrase what the key is encrypted with, or null
 */
public record MachineLogin(
    String username,
    @Nullable String password,
    @Nullable String privateKey,
    @Nullable String passphrase) {

  /** Without the secrets: this record may end up in a message. */
  @Override
  public String toString() {
    return "MachineLogin[" + username + "]";
  }
}
