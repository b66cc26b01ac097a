package org.laassoa.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.agentwire.AgentCalls;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;

/** What happens through another server, played here by SQL on the database of this one. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class OtherServersQuarkusTest {

  private static final String LISTENING =
      "SELECT count(*) FROM pg_stat_activity WHERE query = 'LISTEN laas_soa'";

  @Inject Transactions transactions;

  private AgentCalls agent;

  @BeforeEach
  void oneProjectAndAnEmptyQueue() {
    put("git-servers/others", "{\"address\":\"https://git.example\"}");
    put("build-environments/others", "{\"image\":\"busybox:1\"}");
    put(
        "build-configurations/others",
        """
        {"build_environment":"others","files":{"compile.sh":"true"},"compile_script":"compile.sh"}
        """);
    put(
        "projects/others",
        """
        {"repository":"team/app.git","git_server":"others","build_configuration":"others"}
        """);
    AgentCalls.emptyQueue();
    agent = AgentCalls.joined();
  }

  @Test
  void what_another_server_enqueues_and_announces_is_handed_out_here() {
    long action = enqueuedElsewhere();
    say("r build 1");

    String taken = agent.takeOne();

    assertThat(taken).isEqualTo(Long.toString(action));
  }

  @Test
  void what_was_announced_while_nobody_listened_is_found_all_the_same() {
    await().until(() -> number(LISTENING) == 1);
    number(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            + " WHERE query = 'LISTEN laas_soa'");
    long action = enqueuedElsewhere();
    say("r build 1");

    String taken = agent.takeOne();

    assertThat(taken).isEqualTo(Long.toString(action));
    await().atMost(Duration.ofSeconds(30)).until(() -> number(LISTENING) == 1);
  }

  @Test
  void a_cancel_through_another_server_reaches_the_owner_here() {
    int build =
        as("developer")
            .body("{\"ref\": \"main\"}")
            .post("/api/projects/others/builds")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    agent.takeOne();
    String holding =
        "{\"wait\": 20, \"holding\": [{\"action_id\": \"" + build + "\", \"attempt\": 1}]}";
    agent.call("/consume_action", holding.replace("20", "0")).statusCode(200);
    long owner =
        number(
            "UPDATE actions SET cancel_requested = true WHERE id = ? RETURNING agent_id",
            (long) build);
    say("x " + build + " " + owner);

    String order = agent.call("/consume_action", holding).extract().path("[0].action");

    assertThat(order).isEqualTo("cancel");
  }

  @Test
  void a_word_of_a_newer_server_is_passed_over() {
    say("z what is this\nr build many\nr");

    int status = agent.call("/consume_action", "{}").extract().statusCode();

    assertThat(status).isEqualTo(200);
  }

  /** A copy of a build that this server has planned: the other one would have written the same. */
  private long enqueuedElsewhere() {
    int model =
        as("developer")
            .body("{\"ref\": \"main\"}")
            .post("/api/projects/others/builds")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as("admin").post("/api/builds/" + model + "/cancel").then().statusCode(202);
    return number(
        """
        INSERT INTO actions (id, type, turn, plan_id, script_revision_id, max_attempts, project_id,
                             subject, ref_type, ref, requested_by)
        SELECT nextval('action_numbers'), 'build', 1, (SELECT max(id) FROM plans), 1, 2, project_id,
               subject, ref_type, ref, requested_by
        FROM ended_actions WHERE id = ?
        RETURNING id
        """,
        (long) model);
  }

  private void say(String word) {
    transactions.run(
        connection ->
            RealPostgres.execute(
                connection, "SELECT pg_notify('laas_soa', ?)", UUID.randomUUID() + "\n" + word));
  }

  private long number(String sql, Object... parameters) {
    return transactions.run(connection -> RealPostgres.number(connection, sql, parameters));
  }
}
