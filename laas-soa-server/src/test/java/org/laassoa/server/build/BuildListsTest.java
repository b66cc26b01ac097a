package org.laassoa.server.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;

/** Lists over more builds than may be read for one, on a real PostgreSQL. */
@ExtendWith(RealPostgres.class)
@RealPostgres.OwnDatabase
class BuildListsTest {

  private static final int ENDED = 60_000;

  /** Of two weeks; each hundredth failed, each thousandth is of a project that is built seldom. */
  private static final String MANY =
      """
      INSERT INTO ended_actions (id, ended_at, type, state, priority, outcome, max_attempts,
        queued_at, project_id, subject, ref_type, ref, parameters, requested_by, attempt, steps,
        log_bytes)
      SELECT n, '2026-11-09'::timestamptz + n * interval '18 seconds', 'build',
        CASE n %% 100 WHEN 7 THEN 'failed' ELSE 'succeeded' END, 0, '{"result": "succeeded"}', 2,
        '2026-11-09'::timestamptz + n * interval '18 seconds', CASE n %% 1000 WHEN 5 THEN 2 ELSE 1 END,
        CASE n %% 1000 WHEN 5 THEN 'seldom' ELSE 'often' END, 'branch',
        CASE WHEN n = 50 THEN 'lost' WHEN n > %1$d - 10 THEN 'fresh' ELSE 'main' END, '{}',
        'somebody', 1, '[]', 0
      FROM generate_series(1, %1$d) AS n
      """
          .formatted(ENDED);

  private static final String WAITING =
      """
      INSERT INTO actions (id, type, turn, plan_id, max_attempts, queued_at, project_id, subject,
        ref_type, ref, requested_by)
      SELECT %1$d + n, 'build', 1, 1, 2, now(), 1, 'often', 'branch', 'main', 'somebody'
      FROM generate_series(1, 20) AS n
      """
          .formatted(ENDED);

  private static boolean filled;

  private Transactions transactions;

  @BeforeEach
  void many(Transactions given) {
    transactions = given;
    if (!filled) {
      run("SELECT create_weeks('ended_actions', '2026-11-09', '2026-11-23')");
      run(MANY);
      run(WAITING);
      run("ANALYZE ended_actions");
      filled = true;
    }
  }

  @ParameterizedTest
  @CsvSource({
    ", , , '', 50",
    ", failed, , '', 50",
    ", succeeded, , '', 80",
    ", queued, , '', 0",
    "seldom, , , '', 60",
    "seldom, failed, , '', 660",
    "often, , fresh, '', 20100",
    ", , lost, '', 20000",
    ", , , 'nothing like it', 20000",
    "seldom, , , 'dom', 60"
  })
  void a_page_reads_few_of_the_ended_builds(
      @Nullable String project,
      @Nullable String state,
      @Nullable String ref,
      String text,
      long most) {
    BuildSearch search = search(project, state, ref, text);

    JsonNode plan =
        transactions.single(
            connection -> {
              try (var statement =
                  Parameters.of(connection, "EXPLAIN (ANALYZE, FORMAT JSON) " + search.page())) {
                return tree(search.bindPage(statement).query(row -> row.getString(1)).getFirst());
              }
            });

    assertThat(rowsOfEnded(plan.path(0).path("Plan")))
        .as(plan.toPrettyString())
        .isBetween(0L, most + 10);
  }

  @Test
  void what_is_asked_for_is_found_newest_first() {
    assertThat(ids(search("seldom", null, null, ""), Optional.empty()))
        .startsWith(59_005L, 58_005L)
        .hasSize(50);
    assertThat(ids(search(null, "failed", null, ""), Optional.empty()))
        .startsWith(59_907L, 59_807L);
    assertThat(ids(search(null, "queued", null, ""), Optional.empty()))
        .startsWith(60_020L)
        .hasSize(20);
    assertThat(ids(search(null, null, "fresh", ""), Optional.empty()))
        .startsWith(60_000L)
        .hasSize(10);
    assertThat(ids(search(null, null, null, "FRES"), Optional.empty())).hasSize(10);
    assertThat(ids(search("often", null, "fresh", "oft"), Optional.of(Set.of(2L)))).isEmpty();
    assertThat(ids(search(null, null, null, ""), Optional.of(Set.of(2L)))).startsWith(59_005L);
  }

  @Test
  void they_are_counted_up_to_ten_thousand() {
    assertThat(count(search(null, null, null, ""))).isEqualTo(10_000);
    assertThat(count(search("seldom", null, null, ""))).isEqualTo(60);
    assertThat(count(search(null, "failed", null, ""))).isEqualTo(600);
    assertThat(count(search(null, null, "fresh", ""))).isEqualTo(10);
  }

  private static BuildSearch search(
      @Nullable String project, @Nullable String state, @Nullable String ref, String text) {
    return new BuildSearch(
        new BuildFilter(project, null, state, ref, text, 0, 50), Optional.empty());
  }

  private List<Long> ids(BuildSearch search, Optional<Set<Long>> only) {
    BuildSearch limited = new BuildSearch(search.filter(), only);
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, limited.page())) {
            return limited.bindPage(statement).query(row -> row.getLong(1));
          }
        });
  }

  private long count(BuildSearch search) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, search.count())) {
            return search.bindCount(statement).query(row -> row.getLong(1)).getFirst();
          }
        });
  }

  /** How many rows of what has ended were looked at, also those that did not fit. */
  private static long rowsOfEnded(JsonNode plan) {
    long rows = 0;
    if (plan.path("Relation Name").asText().startsWith("ended_actions")) {
      double each =
          plan.path("Actual Rows").asDouble() + plan.path("Rows Removed by Filter").asDouble();
      rows += Math.round(each * plan.path("Actual Loops").asDouble());
    }
    for (JsonNode part : plan.path("Plans")) {
      rows += rowsOfEnded(part);
    }
    return rows;
  }

  private static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(String sql) {
    transactions.single(connection -> RealPostgres.execute(connection, sql));
  }
}
