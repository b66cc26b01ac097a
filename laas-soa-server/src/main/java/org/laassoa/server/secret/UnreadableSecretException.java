package org.laassoa.server.secret;

/** A stored secret does not decrypt. */
public final class UnreadableSecretException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableSecretException(String context) {
    super(
        "The stored secret "
            + context
            + " does not decrypt: the key (LAAS_SECRET_KEY, or secret.key in the home directory)"
            + " is not the one it was stored with, or the bytes were changed. Bring back the old"
            + " key, or store the secret anew.");
  }
}
