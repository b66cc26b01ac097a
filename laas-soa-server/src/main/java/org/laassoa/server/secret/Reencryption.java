package org.laassoa.server.secret;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/** Brings every stored secret under the current key, all in one transaction. */
final class Reencryption {

  /** Longer than any change of the configuration takes. */
  private static final String PATIENCE = "SET LOCAL lock_timeout = '60s'";

  private final Transactions transactions;
  private final SecretCipher cipher;

  Reencryption(Transactions transactions, SecretCipher cipher) {
    this.transactions = transactions;
    this.cipher = cipher;
  }

  private record Row(long id, byte[] stored, String context) {}

  /**
   * Does it. Servers may run: they read on, and their changes of these tables wait.
   *
   * @return how many secrets were under another key
   * @throws UnreadableSecretException if one of them cannot be read; nothing is changed then
   */
  int run() {
    return transactions.run(
        connection -> {
          EncryptedColumns.requireIn(connection);
          lock(connection);
          int changed = 0;
          for (EncryptedColumn column : EncryptedColumns.ALL) {
            changed += run(column, connection);
          }
          return changed;
        });
  }

  /** Whoever has read a row to change it must be done: he would write the old bytes back. */
  private static void lock(Connection connection) throws SQLException {
    String tables =
        EncryptedColumns.ALL.stream()
            .map(EncryptedColumn::table)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    try (var patience = Parameters.of(connection, PATIENCE);
        var lock = Parameters.of(connection, "LOCK TABLE " + tables + " IN EXCLUSIVE MODE")) {
      patience.update();
      lock.update();
    }
  }

  private int run(EncryptedColumn column, Connection connection) throws SQLException {
    List<Row> rows = read(column, connection);
    String update =
        "UPDATE %s SET %s = ? WHERE %s = ?"
            .formatted(column.table(), column.column(), column.key());
    int changed = 0;
    try (var statement = Parameters.of(connection, update)) {
      for (Row row : rows) {
        if (!cipher.isCurrent(row.stored())) {
          String plain = cipher.decrypt(row.stored(), row.context());
          statement.add(cipher.encrypt(plain, row.context())).add(row.id()).next();
          changed++;
        }
      }
      statement.updateAll();
    }
    return changed;
  }

  private static List<Row> read(EncryptedColumn column, Connection connection) throws SQLException {
    String select =
        "SELECT %4$s, %2$s, %3$s FROM %1$s WHERE %2$s IS NOT NULL ORDER BY %4$s"
            .formatted(column.table(), column.column(), column.context(), column.key());
    try (var statement = Parameters.of(connection, select)) {
      return statement.query(row -> new Row(row.getLong(1), row.getBytes(2), row.getString(3)));
    }
  }
}
