package org.laassoa.server.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.database.DatabaseException;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;

@ExtendWith(RealPostgres.class)
@RealPostgres.OwnDatabase
class KeyRotationTest {
  private static final List<String> ROWS =
      List.of(
          "INSERT INTO build_environments (name, image) VALUES ('keys', 'busybox')",
          "INSERT INTO script_sets DEFAULT VALUES",
          """
          INSERT INTO build_configurations (name, build_environment_id, script_set_id)
          SELECT 'keys', (SELECT id FROM build_environments WHERE name = 'keys'), max(id)
          FROM script_sets
          """,
          "INSERT INTO git_servers (name, address) VALUES ('keys', 'https://git.example')",
          """
          INSERT INTO projects (name, repository, build_configuration_id)
          SELECT 'keys', 'team/keys.git', id FROM build_configurations WHERE name = 'keys'
          """,
          """
          INSERT INTO project_webhooks (project_id, form, secret_enc, url, registered_by)
          SELECT id, 'gitlab', '', 'https://build.example/hooks/gitlab/keys', 'admin'
          FROM projects WHERE name = 'keys'
          """,
          """
          INSERT INTO webhooks (name, url, secret_enc, events)
          VALUES ('keys', 'https://listener.example', '', '{succeeded}')
          """,
          "INSERT INTO image_registries (name, address) VALUES ('keys', 'registry.example')",
          "INSERT INTO machines (name, address, username) VALUES ('keys', 'host.example', 'ops')",
          """
          INSERT INTO secrets (name, kind, value_enc, every_project, updated_by)
          VALUES ('KEYS', 'env', '', true, 'admin')
          """);

  private static final String FAIL_LATE =
      """
      CREATE FUNCTION fail_late() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the disk is gone'; END $$;
      CREATE TRIGGER fail_late BEFORE UPDATE ON secrets FOR EACH ROW EXECUTE FUNCTION fail_late();
      """;

  @TempDir Path home;

  private final Transactions transactions;
  private SecretCipher runningServer;

  KeyRotationTest(Transactions transactions) {
    this.transactions = transactions;
  }

  @BeforeEach
  void secrets_in_every_column_under_the_first_key() {
    SecretKeyFile file = SecretKeys.file(home);
    file.readOrCreate();
    runningServer = new SecretCipher(file);
    transactions.run(
        connection -> {
          for (String row : ROWS) {
            RealPostgres.execute(connection, row);
          }
          for (EncryptedColumn column : EncryptedColumns.ALL) {
            store(connection, column);
          }
          return null;
        });
  }

  @AfterEach
  void as_it_was() {
    transactions.run(
        connection -> {
          RealPostgres.execute(connection, "DELETE FROM projects WHERE name = 'keys'");
          for (String table : tables()) {
            RealPostgres.execute(connection, "DELETE FROM " + table);
          }
          RealPostgres.execute(connection, "DROP FUNCTION IF EXISTS fail_late CASCADE");
          return RealPostgres.execute(
              connection, "DELETE FROM build_environments WHERE name = 'keys'");
        });
  }

  @Test
  void every_column_of_the_database_that_is_encrypted_is_known() {
    List<String> known = EncryptedColumns.ALL.stream().map(EncryptedColumn::toString).toList();

    var inDatabase = transactions.single(EncryptedColumns::inDatabase);

    assertThat(inDatabase).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void all_secrets_are_under_the_new_key_and_a_running_server_reads_them() {
    String before = keys().current().id();

    int changed = rotation().rotate();

    assertThat(changed).isEqualTo(EncryptedColumns.ALL.size());
    assertThat(keys().current().id()).isNotEqualTo(before);
    assertThat(keys().retired()).extracting(EncryptionKey::id).containsExactly(before);
    assertThat(keyIds()).containsOnly(keys().current().id());
    assertThat(readBy(runningServer)).isEqualTo(expected());
  }

  @Test
  void a_running_server_encrypts_with_the_new_key_at_once() {
    rotation().begin();

    byte[] stored = runningServer.encrypt("new", "a");

    assertThat(CipherText.of(stored).keyId()).isEqualTo(keys().current().id());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void a_crash_after_any_step_loses_nothing_and_the_next_call_goes_on(int steps) {
    List<Runnable> all =
        List.of(() -> rotation().begin(), () -> rotation().reencrypt(), () -> rotation().retire());
    all.subList(0, steps).forEach(Runnable::run);
    assertThat(readBy(runningServer)).isEqualTo(expected());
    assertThat(readBy(new SecretCipher(SecretKeys.file(home)))).isEqualTo(expected());

    rotation().rotate();

    assertThat(readBy(runningServer)).isEqualTo(expected());
    assertThat(keyIds()).containsOnly(keys().current().id());
    // The rotation that was cut off was gone on with: no third key.
    assertThat(keys().ring().all()).hasSize(2);
  }

  @Test
  void a_crash_in_the_middle_of_the_transaction_changes_nothing() {
    List<String> before = keyIds();
    transactions.run(connection -> RealPostgres.execute(connection, FAIL_LATE));

    assertThatThrownBy(() -> rotation().rotate()).isInstanceOf(DatabaseException.class);

    assertThat(keyIds()).isEqualTo(before);
    assertThat(readBy(runningServer)).isEqualTo(expected());
    assertThat(keys().replaced()).hasSize(1);
  }

  @Test
  void a_key_file_that_was_left_half_written_is_not_looked_at() throws Exception {
    Files.writeString(home.resolve("secret.key.new"), "AAAA");

    rotation().rotate();

    assertThat(readBy(runningServer)).isEqualTo(expected());
    assertThat(home.resolve("secret.key.new")).doesNotExist();
  }

  @Test
  void a_secret_that_cannot_be_read_stops_the_rotation_before_anything_is_changed() {
    List<String> before = keyIds();
    transactions.run(
        connection ->
            RealPostgres.execute(
                connection,
                "UPDATE machines SET passphrase_enc = ?",
                new SecretCipher(new byte[32]).encrypt("x", "machines.passphrase:keys")));

    assertThatThrownBy(() -> rotation().rotate())
        .isInstanceOf(UnreadableSecretException.class)
        .hasMessageContaining("machines.passphrase:keys");

    assertThat(keyIds()).hasSameSizeAs(before).doesNotContain(keys().current().id());
  }

  @Test
  void retired_keys_are_removed_when_that_is_asked_for() {
    rotation().rotate();
    // As a change would that was under way while the key was rotated.
    transactions.run(
        connection ->
            RealPostgres.execute(
                connection,
                "UPDATE git_servers SET password_enc = ?",
                new SecretCipher(() -> new KeyRing(keys().retired().getFirst(), List.of()))
                    .encrypt("late", "git_servers.password:keys")));

    int removed = rotation().forgetRetired();

    assertThat(removed).isEqualTo(1);
    assertThat(keys().ring().all()).hasSize(1);
    assertThat(readBy(new SecretCipher(SecretKeys.file(home))))
        .contains("late")
        .hasSize(EncryptedColumns.ALL.size());
  }

  @Test
  void keys_in_the_settings_are_rotated_by_giving_both() {
    String old = keys().current().base64();
    EncryptionKey fresh = SecretKeyFile.fresh();

    rotation().rotateGiven(fresh.base64(), Optional.of(old));

    assertThat(keyIds()).containsOnly(fresh.id());
    KeyRing alone = SecretKeys.given(fresh.base64(), Optional.empty());
    assertThat(readBy(new SecretCipher(() -> alone))).isEqualTo(expected());
    assertThatThrownBy(() -> rotation().rotateGiven(fresh.base64(), Optional.empty()))
        .hasMessageContaining("LAAS_SECRET_KEY_PREVIOUS")
        .hasMessageNotContaining(fresh.base64());
  }

  private KeyRotation rotation() {
    return new KeyRotation(home, transactions);
  }

  private KeyLines keys() {
    return SecretKeys.file(home).lines();
  }

  private static List<String> tables() {
    return EncryptedColumns.ALL.stream().map(EncryptedColumn::table).distinct().toList();
  }

  private static List<String> expected() {
    return EncryptedColumns.ALL.stream().map(EncryptedColumn::toString).toList();
  }

  /** Each secret is the name of its column. */
  private void store(Connection connection, EncryptedColumn column) throws SQLException {
    String context =
        query(connection, "SELECT %s FROM %s".formatted(column.context(), column.table()));
    RealPostgres.execute(
        connection,
        "UPDATE %s SET %s = ?".formatted(column.table(), column.column()),
        runningServer.encrypt(column.toString(), context));
  }

  private static String query(Connection connection, String sql) throws SQLException {
    try (var statement = Parameters.of(connection, sql)) {
      return statement.query(row -> row.getString(1)).getFirst();
    }
  }

  private List<String> readBy(SecretCipher cipher) {
    return each((stored, context) -> cipher.decrypt(stored, context));
  }

  private List<String> keyIds() {
    return each((stored, context) -> String.valueOf(CipherText.of(stored).keyId()));
  }

  private interface Reading {
    String of(byte[] stored, String context);
  }

  private List<String> each(Reading reading) {
    return transactions.run(
        connection -> {
          List<String> read = new ArrayList<>();
          for (EncryptedColumn column : EncryptedColumns.ALL) {
            String sql =
                "SELECT %s, %s FROM %s"
                    .formatted(column.column(), column.context(), column.table());
            try (var statement = Parameters.of(connection, sql)) {
              read.addAll(
                  statement.query(row -> reading.of(row.getBytes(1), row.getString(2))).stream()
                      .collect(Collectors.toList()));
            }
          }
          return read;
        });
  }
}
