package org.laassoa.server.machine;

import jakarta.enterprise.context.ApplicationScoped;
import org.laassoa.server.configuration.StoredPassword;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.configuration.input.WriteOnly;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.secret.SecretCipher;

/** The logins of machines: checked, encrypted for the row, and decrypted for a session. */
@ApplicationScoped
class MachineLogins {
  private static final int LONGEST_KEY = 16 * 1024;

  private final StoredPassword passwords;
  private final StoredPassword privateKeys;
  private final StoredPassword passphrases;

  MachineLogins(SecretCipher cipher) {
    this.passwords = new StoredPassword(cipher, "machines.password");
    this.privateKeys = new StoredPassword(cipher, "machines.private_key");
    this.passphrases = new StoredPassword(cipher, "machines.passphrase");
  }

  /** Notes what is wrong with what someone sends. */
  static void check(MachineRequest request, FieldErrors errors) {
    StoredPassword.check(request.password(), errors);
    String key = request.privateKey().replacement();
    errors.require(
        key == null || (Text.Rule.isContent(key, LONGEST_KEY) && key.contains("PRIVATE KEY-----")),
        "private_key",
        "must be a private key as OpenSSH writes it, from -----BEGIN to END-----; null clears it");
    String passphrase = request.passphrase().replacement();
    errors.require(
        passphrase == null || (!passphrase.isEmpty() && Text.Rule.isOneLine(passphrase, 4096)),
        "passphrase",
        "must be one line; null clears it");
  }

  /** Brings the row's secrets to what the request says. */
  void apply(MachineRequest request, Machine machine) {
    MachineSecrets old = machine.getSecrets();
    String name = machine.getName();
    machine.setSecrets(
        new MachineSecrets(
            passwords.changed(request.password(), old.password(), name),
            privateKeys.changed(normal(request.privateKey()), old.privateKey(), name),
            passphrases.changed(request.passphrase(), old.passphrase(), name)));
  }

  /** A key's reader wants its last line to end. */
  private static WriteOnly<String> normal(WriteOnly<String> key) {
    return key instanceof WriteOnly.Replace<String>(String value)
        ? new WriteOnly.Replace<>(value.strip() + "\n")
        : key;
  }

  /** The login in plain text. */
  MachineLogin of(Machine machine) {
    MachineSecrets secrets = machine.getSecrets();
    String name = machine.getName();
    return new MachineLogin(
        machine.getUsername(),
        passwords.decrypt(secrets.password(), name).orElse(null),
        privateKeys.decrypt(secrets.privateKey(), name).orElse(null),
        passphrases.decrypt(secrets.passphrase(), name).orElse(null));
  }
}
