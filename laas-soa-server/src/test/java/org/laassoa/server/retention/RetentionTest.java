package org.laassoa.server.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.action.QueuePlans;
import org.laassoa.server.audit.AuditTrail;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;

@ExtendWith(RealPostgres.class)
class RetentionTest {

  private final String subject = "subject-" + UUID.randomUUID();
  private Transactions transactions;

  @BeforeEach
  void weeksOfThePast(Transactions given) {
    transactions = given;
    for (String table : new String[] {"ended_actions", "log_chunks"}) {
      run("SELECT create_weeks(?, now() - interval '60 weeks', now())", table);
    }
  }

  @Test
  void builds_and_logs_go_by_whole_weeks_when_they_are_old() {
    ended(1, 59);
    ended(2, 20);
    ended(3, 0);

    retention(Map.of()).apply();

    assertThat(builds()).isEqualTo(2);
    assertThat(logs()).isEqualTo(1);
    assertThat(
            count(
                "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname LIKE 'log\\_chunks\\_%'"))
        .as("tables of weeks")
        .isLessThan(30);
  }

  @Test
  void agents_that_were_silent_for_long_are_removed() {
    String token = UUID.randomUUID().toString();
    run(
        """
        INSERT INTO agents (name, token_hash, last_seen)
        SELECT ?, sha256((? || days)::bytea), now() - days * interval '1 day'
        FROM unnest(ARRAY[0, 29, 31]) AS days
        """,
        subject,
        token);

    retention(Map.of()).apply();

    assertThat(count("SELECT count(*) FROM agents WHERE name = ? AND removed_at IS NULL", subject))
        .isEqualTo(2);
  }

  @Test
  void of_a_project_only_the_newest_are_kept_where_that_is_wanted() {
    for (int i = 1; i <= 5; i++) {
      ended(i, 0);
    }

    retention(Map.of("laas.retention.builds-per-project", "2")).apply();

    assertThat(count("SELECT min(id) FROM ended_actions WHERE subject = ?", subject)).isEqualTo(4);
    assertThat(logs()).isEqualTo(2);
  }

  @Test
  void a_project_may_keep_fewer_builds_than_the_settings_say() {
    project("keep_builds", 3);
    for (int i = 1; i <= 5; i++) {
      ended(i, 0);
    }

    retention(Map.of("laas.retention.builds-per-project", "4")).apply();

    assertThat(count("SELECT min(id) FROM ended_actions WHERE subject = ?", subject)).isEqualTo(3);
  }

  @Test
  void a_project_may_keep_its_builds_for_fewer_days_but_the_newest_one_stays() {
    project("keep_days", 10);
    ended(1, 3);
    ended(2, 2);

    retention(Map.of()).apply();

    assertThat(count("SELECT min(id) FROM ended_actions WHERE subject = ?", subject)).isEqualTo(2);
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void keys_and_deliveries_are_kept_for_a_while_only() {
    run(
        """
        INSERT INTO idempotency_keys (caller, key, request_hash, created_at)
        SELECT caller, ?, sha256('x'), now() - age
        FROM (VALUES ('a', interval '23 hours'), ('b', interval '25 hours'),
              ('', interval '25 hours')) AS keys (caller, age)
        """,
        subject);
    run(
        """
        INSERT INTO deliveries (kind, subject, payload, state, next_try_at, ended_at)
        SELECT 'webhook', ?, '{}', 'delivered', NULL, now() - days * interval '1 day'
        FROM unnest(ARRAY[13, 15]) AS days
        """,
        subject);

    retention(Map.of()).apply();

    assertThat(count("SELECT count(*) FROM idempotency_keys WHERE key = ?", subject)).isEqualTo(2);
    assertThat(count("SELECT count(*) FROM deliveries WHERE subject = ?", subject)).isEqualTo(1);
  }

  private void project(String column, int value) {
    run(
        """
        WITH environment AS (
          INSERT INTO build_environments (name, image) VALUES (?, 'none') RETURNING id
        ), scripts AS (
          INSERT INTO script_sets DEFAULT VALUES RETURNING id
        ), configuration AS (
          INSERT INTO build_configurations (name, build_environment_id, script_set_id)
          SELECT ?, environment.id, scripts.id FROM environment, scripts RETURNING id
        )
        INSERT INTO projects (name, repository, build_configuration_id, %s)
        SELECT ?, 'r.git', id, ? FROM configuration
        """
            .formatted(column),
        subject,
        subject,
        subject,
        value);
  }

  @Test
  void the_oldest_logs_go_when_all_take_too_much_space() {
    ended(1, 8);
    ended(2, 0);

    retention(Map.of("laas.retention.log-bytes", "1")).apply();

    assertThat(builds()).isEqualTo(2);
    assertThat(logs()).isEqualTo(1);
  }

  @Test
  void the_weeks_to_come_are_made_ahead() {
    Retention retention = retention(Map.of());

    retention.run();

    assertThat(
            count(
                "SELECT count(*) FROM pg_class WHERE relname = 'ended_actions'"
                    + " || to_char(now() AT TIME ZONE 'UTC' + interval '28 days', '_IYYY_\"w\"IW')"))
        .isEqualTo(1);
  }

  private Retention retention(Map<String, String> settings) {
    SmallRyeConfigBuilder config =
        new SmallRyeConfigBuilder()
            .withMapping(LaasConfig.class)
            .withDefaultValue("laas.home", "unused");
    settings.forEach(config::withDefaultValue);
    return new Retention(
        transactions,
        QueuePlans.of(transactions),
        new AuditTrail(transactions),
        Clock.systemUTC(),
        config.build().getConfigMapping(LaasConfig.class));
  }

  private void ended(long id, int weeksAgo) {
    long number = Math.abs((long) subject.hashCode()) * 10 + id;
    run(
        """
        INSERT INTO ended_actions (
          id, ended_at, type, state, priority, outcome, max_attempts, queued_at, subject,
          parameters, requested_by, attempt, claimed_at, steps, log_bytes)
        SELECT ?, at, 'build', 'succeeded', 0, '{}', 1, at, ?, '{}', 'somebody', 1, at, '[]', 1
        FROM (SELECT now() - ? * interval '1 week' AS at) AS time
        """,
        id,
        subject,
        weeksAgo);
    run(
        """
        INSERT INTO log_chunks (claimed_at, action_id, attempt, start_offset, bytes, packed, data)
        SELECT claimed_at, id, 1, ?, 1, false, 'x' FROM ended_actions WHERE subject = ? AND id = ?
        """,
        number,
        subject,
        id);
  }

  private long builds() {
    return count("SELECT count(*) FROM ended_actions WHERE subject = ?", subject);
  }

  private long logs() {
    return count(
        "SELECT count(*) FROM log_chunks WHERE start_offset / 10 = ?",
        Math.abs((long) subject.hashCode()));
  }

  private long count(String sql, Object... parameters) {
    return transactions.run(connection -> RealPostgres.number(connection, sql, parameters));
  }

  private void run(String sql, Object... parameters) {
    transactions.run(connection -> RealPostgres.execute(connection, sql, parameters));
  }
}
