package org.laassoa.server.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.agentwire.AgentCalls;
import org.laassoa.server.database.RealPostgres;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class DownstreamQuarkusTest {

  private static final String DIGEST = "sha256:" + "0b".repeat(32);

  @Inject DataSource dataSource;

  @BeforeEach
  void aChainOfThree() {
    put("git-servers/chain", "{\"address\":\"https://git.example\"}");
    put("build-environments/chain", "{\"image\":\"busybox:1\"}");
    put(
        "build-configurations/chain",
        """
        {"build_environment":"chain","files":{"compile.sh":"true"},"compile_script":"compile.sh"}
        """);
    project("chain-c", "[]");
    project("chain-b", "[{\"project\": \"chain-c\", \"parameter\": \"BASE_IMAGE\"}]");
    project(
        "chain-a",
        """
        [{"project": "chain-b", "parameter": "BASE_IMAGE", "branches": ["main", "release/*"],
          "ref": "develop", "parameters": {"FROM": "a"}}]
        """);
    AgentCalls.emptyQueue();
  }

  @AfterEach
  void emptyQueue() {
    AgentCalls.emptyQueue();
  }

  @Test
  void a_build_that_succeeds_is_followed_by_the_next_with_its_image() {
    AgentCalls agent = AgentCalls.joined();
    int first = build("chain-a", "release/1");

    succeed(agent, "registry.example/a:1");
    int second = triggeredBy(first);
    succeed(agent, "registry.example/b:2");
    int third = triggeredBy(second);

    as("viewer")
        .get("/api/builds/" + second)
        .then()
        .body("project", equalTo("chain-b"))
        .body("ref", equalTo("develop"))
        .body("parameters.BASE_IMAGE", equalTo("registry.example/a:1@" + DIGEST))
        .body("parameters.FROM", equalTo("a"))
        .body("requested_by", equalTo("build " + first + " of chain-a"))
        .body("triggered_by", equalTo(first));
    as("viewer")
        .get("/api/builds/" + third)
        .then()
        .body("ref", equalTo("main"))
        .body("parameters.BASE_IMAGE", equalTo("registry.example/b:2@" + DIGEST))
        .body("triggered_by", equalTo(second));
  }

  @Test
  void what_should_have_followed_while_no_server_told_of_it_follows_later() throws Exception {
    AgentCalls agent = AgentCalls.joined();
    int first = build("chain-a", "main");
    try (Connection connection = dataSource.getConnection()) {
      // Whoever has this lock is the one who tells: nobody does now.
      RealPostgres.execute(connection, "SELECT pg_advisory_lock(0x6c616175)");
      succeed(agent, "registry.example/a:1");
      assertThat(
              RealPostgres.number(
                  connection,
                  "SELECT count(*) FROM build_events WHERE build = ? AND state = 'succeeded'",
                  (long) first))
          .isEqualTo(1);

      RealPostgres.execute(connection, "SELECT pg_advisory_unlock(0x6c616175)");
    }

    int second = triggeredBy(first);
    as("viewer").get("/api/builds?project=chain-b&state=queued").then().body("total", equalTo(1));
    assertThat(second).isGreaterThan(first);
  }

  @Test
  void a_follower_that_was_enqueued_before_the_server_died_is_not_enqueued_again()
      throws Exception {
    AgentCalls agent = AgentCalls.joined();
    int first = build("chain-a", "main");
    succeed(agent, "registry.example/a:1");
    int second = triggeredBy(first);

    try (Connection connection = dataSource.getConnection()) {
      RealPostgres.execute(
          connection,
          """
          UPDATE deliveries SET state = 'pending', next_try_at = now(), ended_at = NULL
          WHERE kind = 'downstream' AND subject = 'chain-b'
          """);
      await()
          .until(
              () ->
                  RealPostgres.number(
                          connection,
                          "SELECT count(*) FROM deliveries WHERE kind = 'downstream'"
                              + " AND state = 'pending'")
                      == 0);
    }

    assertThat(triggeredBy(first)).isEqualTo(second);
    as("viewer").get("/api/builds?project=chain-b&state=queued").then().body("total", equalTo(1));
  }

  @Test
  void a_branch_that_is_not_meant_and_a_build_that_fails_are_followed_by_nothing() {
    AgentCalls agent = AgentCalls.joined();
    int other = build("chain-a", "feature");
    succeed(agent, "registry.example/a:1");
    int failing = build("chain-a", "main");
    agent.call(
        "/complete_action",
        """
        {"action_id": "%s", "attempt": 1,
         "outcome": {"result": "script_failed", "step": "compile", "exit_code": 1}}
        """
            .formatted(agent.takeOne()));
    int last = build("chain-a", "main");
    succeed(agent, "registry.example/a:1");

    triggeredBy(last);

    for (int build : List.of(other, failing)) {
      as("viewer").get("/api/builds/" + build).then().body("triggered", equalTo(List.of()));
    }
  }

  @Test
  void why_nothing_follows_is_noted_with_the_build() {
    AgentCalls agent = AgentCalls.joined();
    int first = build("chain-a", "main");

    agent.succeed(agent.takeOne(), 1).statusCode(200);

    await()
        .untilAsserted(
            () ->
                as("viewer")
                    .get("/api/builds/" + first)
                    .then()
                    .body("triggered[0].project", equalTo("chain-b"))
                    .body(
                        "triggered[0].problem", equalTo("the build made no image for BASE_IMAGE")));
  }

  @Test
  void a_follower_that_does_not_take_the_parameters_is_noted_with_the_build() {
    put(
        "projects/chain-c",
        """
        {"repository":"team/app.git","git_server":"chain","build_configuration":"chain",
         "parameters": [{"name": "OTHER"}]}
        """);
    AgentCalls agent = AgentCalls.joined();
    int build = build("chain-b", "main");

    succeed(agent, "registry.example/b:1");

    await()
        .untilAsserted(
            () ->
                as("viewer")
                    .get("/api/builds/" + build)
                    .then()
                    .body("triggered[0].problem", containsString("parameters.BASE_IMAGE is no")));
  }

  @Test
  void projects_that_lead_back_to_each_other_are_refused() {
    project("chain-c", "[{\"project\": \"chain-a\"}]")
        .statusCode(400)
        .body("errors[0].field", equalTo("downstream[0].project"))
        .body("errors[0].message", containsString("chain-c -> chain-a -> chain-b -> chain-c"));
    project("chain-c", "[{\"project\": \"chain-c\"}]").statusCode(400);
    project("chain-c", "[{\"project\": \"none\"}]")
        .statusCode(400)
        .body("errors[0].message", containsString("does not exist"));
  }

  @Test
  void a_project_that_follows_another_is_not_deleted() {
    as("admin")
        .delete("/api/projects/chain-c")
        .then()
        .statusCode(409)
        .body("used_by", hasItems("project chain-b"));
  }

  private static ValidatableResponse project(String name, String downstream) {
    return put(
        "projects/" + name,
        """
        {"repository":"team/app.git","git_server":"chain","build_configuration":"chain",
         "downstream": %s}
        """
            .formatted(downstream));
  }

  private static int build(String project, String ref) {
    return as("developer")
        .body("{\"ref\": \"" + ref + "\"}")
        .post("/api/projects/" + project + "/builds")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void succeed(AgentCalls agent, String image) {
    agent
        .call(
            "/complete_action",
            """
            {"action_id": "%s", "attempt": 1, "outcome": {"result": "succeeded"},
             "images": [{"name": "%s", "id": "%s", "digest": "%s"}]}
            """
                .formatted(agent.takeOne(), image, DIGEST, DIGEST))
        .statusCode(200);
  }

  private static int triggeredBy(int build) {
    return await()
        .until(
            () ->
                as("viewer")
                    .get("/api/builds/" + build)
                    .then()
                    .extract()
                    .<Integer>path("triggered[0].build"),
            triggered -> triggered != null);
  }
}
