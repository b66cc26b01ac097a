package org.laassoa.server.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.server.configuration.project.VisibleProjects;
import org.laassoa.server.database.Json;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.TestJson;
import org.laassoa.server.database.Transactions;
import org.laassoa.wire.Outcome;

/** Figures from known builds on a real PostgreSQL. */
@ExtendWith(RealPostgres.class)
@RealPostgres.OwnDatabase
class BuildStatisticsTest {

  /** Three minutes into ten. */
  private static final Instant NOW = Instant.parse("2026-11-23T12:03:00Z");

  private static final Json JSON = TestJson.of(new ObjectMapper().findAndRegisterModules());

  private static final String LABELS = "arch=arm64,docker";

  private Transactions transactions;
  private long number;

  @BeforeEach
  void noBuilds(Transactions given) {
    transactions = given;
    run("SELECT create_weeks('ended_actions', '2026-11-01', '2026-12-01')");
    run("DELETE FROM ended_actions");
    run("DELETE FROM actions");
    run("DELETE FROM projects");
    run("DELETE FROM build_configurations");
    run("DELETE FROM build_environments");
  }

  @Test
  void the_depth_is_the_most_that_waited_at_once_in_each_ten_minutes() {
    ended(1, "main", "succeeded", at("10:00:00"), at("10:25:00"));
    ended(1, "main", "succeeded", at("10:01:00"), at("10:02:00"));
    ended(1, "main", "failed", at("10:12:00"), at("10:13:00"));
    waiting(1, "", at("11:55:00"));

    QueueDay day = everything().day();

    assertThat(day.depths()).hasSize(145);
    assertThat(depth(day, "09:50:00")).isZero();
    assertThat(depth(day, "10:00:00")).isEqualTo(2);
    assertThat(depth(day, "10:10:00")).isEqualTo(2);
    assertThat(depth(day, "10:20:00")).isEqualTo(1);
    assertThat(depth(day, "10:30:00")).isZero();
    assertThat(depth(day, "12:00:00")).as("it still waits").isEqualTo(1);
  }

  @Test
  void what_waited_when_the_day_began_is_there_from_its_beginning() {
    Instant before = NOW.minusSeconds(30 * 3600);
    ended(1, "main", "succeeded", before, NOW.minusSeconds(22 * 3600));

    QueueDay day = everything().day();

    assertThat(day.depths().getFirst().builds()).isEqualTo(1);
    assertThat(day.depths().getLast().builds()).isZero();
  }

  @Test
  void one_that_was_cancelled_before_it_was_taken_waited_and_counts_for_no_wait_time() {
    cancelled(1, at("10:00:00"), at("10:15:00"));

    QueueDay day = everything().day();

    assertThat(depth(day, "10:10:00")).isEqualTo(1);
    assertThat(depth(day, "10:20:00")).isZero();
    assertThat(day.waits()).isEmpty();
  }

  @Test
  void waits_are_in_percentiles_of_the_half_hours_in_which_builds_were_taken() {
    for (int seconds = 1; seconds <= 21; seconds++) {
      ended(1, "main", "succeeded", at("10:40:00").minusSeconds(seconds), at("10:40:00"));
    }
    ended(1, "main", "succeeded", at("11:00:00"), at("11:00:07"));

    List<QueueDay.Wait> waits = everything().day().waits();

    assertThat(waits).extracting(QueueDay.Wait::at).containsExactly(at("10:30:00"), at("11:00:00"));
    assertThat(waits.getFirst().median()).isEqualTo(11, within(1e-6));
    assertThat(waits.getFirst().high()).isEqualTo(20, within(1e-6));
    assertThat(waits.getFirst().builds()).isEqualTo(21);
    assertThat(waits.getLast().median()).isEqualTo(7, within(1e-6));
  }

  @Test
  void only_builds_of_projects_that_the_caller_may_see_are_in_the_figures() {
    ended(1, "main", "succeeded", at("10:00:00"), at("10:05:00"));
    ended(2, "main", "succeeded", at("11:00:00"), at("11:05:00"));
    waiting(1, "", at("11:55:00"));
    waiting(2, LABELS, at("11:56:00"));
    VisibleProjects second = only(Set.of(2L));

    QueueDay day = statistics(second).day();

    assertThat(day.waits()).extracting(QueueDay.Wait::at).containsExactly(at("11:00:00"));
    assertThat(depth(day, "10:00:00")).isZero();
    assertThat(now(second).counts()).isEqualTo(new BuildsNow.Counts(0, 1));
    assertThat(now(second).waiting(10)).extracting(BuildLine::project).containsExactly("project-2");
    assertThat(new WaitingLanes(transactions, second).list())
        .extracting(WaitingLanes.Lane::labels)
        .containsExactly(List.of("arch=arm64", "docker"));
  }

  @Test
  void a_project_fails_when_the_newest_build_of_its_main_branch_has() {
    long fails = project("fails");
    long recovered = project("recovered");
    long elsewhere = project("elsewhere");
    long trunk = project("trunk");
    long wanted = ended(fails, "fails", "main", "failed", at("10:00:00"), at("10:05:00"));
    ended(recovered, "recovered", "main", "failed", at("10:00:00"), at("10:05:00"));
    ended(recovered, "recovered", "main", "succeeded", at("11:00:00"), at("11:05:00"));
    ended(elsewhere, "elsewhere", "main", "succeeded", at("10:00:00"), at("10:05:00"));
    ended(elsewhere, "elsewhere", "idea", "failed", at("11:00:00"), at("11:05:00"));
    ended(trunk, "trunk", "trunk", "failed", at("09:00:00"), at("09:05:00"));

    List<BuildStatistics.Failing> failing = everything().failing();

    assertThat(failing)
        .extracting(BuildStatistics.Failing::project)
        .containsExactly("fails", "trunk");
    assertThat(failing.getFirst().build()).isEqualTo(wanted);
  }

  @Test
  void what_has_ended_is_newest_first_also_for_those_who_see_one_project() {
    long one = project("one");
    long other = project("other");
    long first = ended(one, "one", "main", "succeeded", at("10:00:00"), at("10:05:00"));
    long second = ended(other, "other", "main", "failed", at("10:00:00"), at("10:04:00"));

    List<BuildLine> all = now(only(null)).ended(10);

    assertThat(all).extracting(BuildLine::id).containsExactly(first, second);
    assertThat(all.getLast().outcome()).isEqualTo(new Outcome.ScriptFailed("compile", 1));
    assertThat(now(only(Set.of(other))).ended(10))
        .extracting(BuildLine::id)
        .containsExactly(second);
  }

  @Test
  void a_projects_history_has_its_branches_its_newest_build_and_its_trend() {
    long id = project("shop");
    ProjectHistory.Of shop = new ProjectHistory.Of(id, "shop");
    ended(id, "shop", "main", "succeeded", at("09:00:00"), at("09:05:00"));
    long idea = ended(id, "shop", "idea", "failed", at("10:00:00"), at("10:05:00"));
    long newest = ended(id, "shop", "main", "failed", at("11:00:00"), at("11:05:00"));
    ended(project("other"), "other", "main", "failed", at("11:30:00"), at("11:35:00"));
    ProjectHistory history = new ProjectHistory(transactions, JSON);

    assertThat(history.branches(shop)).extracting(BuildLine::id).containsExactly(newest, idea);
    assertThat(history.trend(shop, null, 2))
        .extracting(BuildLine::id)
        .containsExactly(idea, newest);
    assertThat(history.newest(List.of(id))).containsOnlyKeys(id);
    assertThat(history.newest(List.of(id)).get(id).id()).isEqualTo(newest);
  }

  private BuildStatistics everything() {
    return statistics(only(null));
  }

  private BuildStatistics statistics(VisibleProjects visible) {
    return new BuildStatistics(transactions, visible, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private BuildsNow now(VisibleProjects visible) {
    return new BuildsNow(transactions, JSON, visible);
  }

  private static VisibleProjects only(Set<Long> projects) {
    return new VisibleProjects() {
      @Override
      public Optional<Set<Long>> only() {
        return Optional.ofNullable(projects);
      }

      @Override
      public boolean sees(String project) {
        return projects == null;
      }

      @Override
      public boolean mayBuild(String project) {
        return projects == null;
      }
    };
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-23T" + time + "Z");
  }

  private static long depth(QueueDay day, String time) {
    return day.depths().stream()
        .filter(depth -> depth.at().equals(at(time)))
        .findFirst()
        .orElseThrow()
        .builds();
  }

  private long project(String name) {
    return transactions.single(
        connection ->
            RealPostgres.number(
                connection,
                """
                WITH environment AS (
                  INSERT INTO build_environments (name, image) VALUES (?, 'none') RETURNING id
                ), scripts AS (
                  INSERT INTO script_sets DEFAULT VALUES RETURNING id
                ), configuration AS (
                  INSERT INTO build_configurations (name, build_environment_id, script_set_id)
                  SELECT ?, environment.id, scripts.id FROM environment, scripts RETURNING id
                )
                INSERT INTO projects (name, repository, build_configuration_id)
                SELECT ?, 'r.git', id FROM configuration RETURNING id
                """,
                name,
                name,
                name));
  }

  private long ended(long project, String ref, String state, Instant queued, Instant taken) {
    return ended(project, "project-" + project, ref, state, queued, taken);
  }

  private long ended(
      long project, String name, String ref, String state, Instant queued, Instant taken) {
    run(
        """
        INSERT INTO ended_actions (id, ended_at, type, state, priority, outcome, max_attempts,
          queued_at, project_id, subject, ref_type, ref, parameters, requested_by, attempt,
          agent_name, claimed_at, steps, log_bytes)
        VALUES (?, ?::timestamptz + interval '1 minute', 'build', ?, 0, ?::jsonb, 2, ?::timestamptz,
          ?, ?, 'branch', ?, '{}', 'somebody', 1, 'agent', ?::timestamptz, '[]', 0)
        """,
        ++number,
        taken.toString(),
        state,
        state.equals("succeeded")
            ? "{\"result\": \"succeeded\"}"
            : "{\"result\": \"script_failed\", \"step\": \"compile\", \"exit_code\": 1}",
        queued.toString(),
        project,
        name,
        ref,
        taken.toString());
    return number;
  }

  private void cancelled(long project, Instant queued, Instant ended) {
    run(
        """
        INSERT INTO ended_actions (id, ended_at, type, state, priority, outcome, max_attempts,
          queued_at, project_id, subject, parameters, requested_by, attempt, steps, log_bytes)
        VALUES (?, ?::timestamptz, 'build', 'cancelled', 0, '{"result": "cancelled"}', 2,
          ?::timestamptz, ?, ?, '{}', 'somebody', 0, '[]', 0)
        """,
        ++number,
        ended.toString(),
        queued.toString(),
        project,
        "project-" + project);
  }

  private void waiting(long project, String requirement, Instant queued) {
    run(
        """
        INSERT INTO actions (id, type, turn, plan_id, max_attempts, queued_at, project_id, subject,
          ref_type, ref, requested_by, requirement)
        VALUES (?, 'build', 1, 1, 2, ?::timestamptz, ?, ?, 'branch', 'main', 'somebody', ?)
        """,
        ++number,
        queued.toString(),
        project,
        "project-" + project,
        requirement);
  }

  private void run(String sql, Object... parameters) {
    transactions.single(connection -> RealPostgres.execute(connection, sql, parameters));
  }
}
