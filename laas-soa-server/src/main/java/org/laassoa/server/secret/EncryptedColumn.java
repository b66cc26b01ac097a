package org.laassoa.server.secret;

/**
 * A column that holds encrypted secrets.
 *
 * @param table its table
 * @param key the table's primary key, a number
 * @param column its name, which ends in {@code _enc}
 * @param context SQL over the table's columns for what {@link SecretCipher} is given as context
 */
public record EncryptedColumn(String table, String key, String column, String context) {

  /** A column {@code <secret>_enc} whose context is {@code <table>.<secret>:<the row's name>}. */
  static EncryptedColumn ofNamed(String table, String secret) {
    return new EncryptedColumn(
        table, "id", secret + "_enc", "'%s.%s:' || name".formatted(table, secret));
  }

  /** Table and column. */
  @Override
  public String toString() {
    return table + "." + column;
  }
}
