package org.laassoa.endtoend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

  @TempDir Path folder;
  private Postgres postgres;

  @BeforeEach
  void start() throws InterruptedException {
    postgres = Postgres.start(folder, Map.of("shared_buffers", "16MB"));
  }

  @AfterEach
  void stop() {
    postgres.close();
  }

  @Test
  void it_is_durable_and_has_the_settings_given() throws SQLException {
    assertThat(show("fsync")).isEqualTo("on");
    assertThat(show("shared_buffers")).isEqualTo("16MB");
  }

  @Test
  void nobody_connects_without_the_password() {
    assertThatThrownBy(
            () -> DriverManager.getConnection(postgres.url(), postgres.username(), "wrong"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void what_was_committed_survives_a_crash() throws Exception {
    // Given
    execute("CREATE TABLE kept AS SELECT 1 AS it");
    long before = postgres.pid();

    // When
    postgres.killHard();
    postgres.restart();

    // Then
    assertThat(postgres.pid()).isNotEqualTo(before);
    assertThat(single("SELECT it FROM kept")).isEqualTo("1");
  }

  @Test
  void after_a_crash_nobody_answers() {
    postgres.killHard();

    assertThatThrownBy(() -> postgres.connect()).isInstanceOf(SQLException.class);
  }

  @Test
  void a_setting_is_in_effect_when_the_call_returns() throws SQLException {
    postgres.setting("commit_delay", "1000");

    assertThat(show("commit_delay")).isEqualTo("1000");
  }

  @Test
  void a_restart_does_not_wait_for_those_connected() throws Exception {
    try (Connection open = postgres.connect()) {
      // When
      postgres.restart();

      // Then
      assertThat(open.isValid(5)).isFalse();
      assertThat(single("SELECT 1")).isEqualTo("1");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String show(String setting) throws SQLException {
    return single("SHOW " + setting);
  }

  private String single(String query) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
