package org.laassoa.server.configuration;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.configuration.input.WriteOnly;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.secret.SecretCipher;
import org.laassoa.server.secret.UnreadableSecretException;

/**
 * Passwords in a column of one table, each bound to the name of its entry.
 *
 * @param cipher encrypts them
 * @param column table and column: {@code git_servers.password}
 */
public record StoredPassword(SecretCipher cipher, String column) {
  private static final int MAX_LENGTH = 4096;

  /** Notes what is wrong with a password that someone sends. */
  public static void check(WriteOnly<String> password, FieldErrors errors) {
    check(password, "password", errors);
  }

  /** Notes what is wrong with a secret that someone sends in that field. */
  public static void check(WriteOnly<String> password, String field, FieldErrors errors) {
    String value = password.replacement();
    errors.require(
        value == null || (!value.isEmpty() && Text.Rule.isOneLine(value, MAX_LENGTH)),
        field,
        Message.of("must be one line of 1 to %d characters; null clears it", MAX_LENGTH));
  }

  /** What the column holds after a change. */
  public byte @Nullable [] changed(
      WriteOnly<String> change, byte @Nullable [] stored, String name) {
    return switch (change) {
      case WriteOnly.Keep<String> keep -> stored;
      case WriteOnly.Clear<String> clear -> null;
      case WriteOnly.Replace<String>(String value) ->
          // The same again is no change, though it would be encrypted to other bytes.
          isStored(value, stored, name) ? stored : cipher.encrypt(value, context(name));
    };
  }

  private boolean isStored(String value, byte @Nullable [] stored, String name) {
    try {
      return decrypt(stored, name).filter(value::equals).isPresent();
    } catch (UnreadableSecretException lost) {
      return false;
    }
  }

  /** The password in plain text. */
  public Optional<String> decrypt(byte @Nullable [] stored, String name) {
    return stored == null ? Optional.empty() : Optional.of(cipher.decrypt(stored, context(name)));
  }

  private String context(String name) {
    return column + ":" + name;
  }
}
