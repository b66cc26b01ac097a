package org.laassoa.server.githook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.agentwire.AgentCalls;
import org.laassoa.server.githost.FakeGitHost;

/** From the push to the status at the commit, with an agent that the test plays over HTTP. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
@WithTestResource(PublicUrl.class)
class CommitStatusQuarkusTest {
  private static final String COMMIT = "da1560886d4f094c3e6c9ef40349f7d38b5d27d7";
  private static final String STATUSES = "POST /api/v4/projects/mike%2Fdiaspora/statuses/" + COMMIT;
  private static final ObjectMapper JSON = new ObjectMapper();

  private FakeGitHost gitlab;
  private AgentCalls agent;

  @BeforeEach
  void serveGitLab() {
    gitlab = new FakeGitHost();
    gitlab.serve("POST /api/v4/projects/mike%2Fdiaspora/hooks", "gitlab/hook.json");
    gitlab.serve(STATUSES, "gitlab/status.json");
    put(
        "git-servers/statuses",
        """
        {"kind":"gitlab","address":"%s","username":"builder","password":"gl-token"}
        """
            .formatted(gitlab.url()));
    put("build-environments/statuses", "{\"image\":\"busybox:1\"}");
    put(
        "build-configurations/statuses",
        """
        {"build_environment":"statuses","files":{"compile.sh":"true"},"compile_script":"compile.sh"}
        """);
    as("admin").delete("/api/projects/statuses");
    put(
        "projects/statuses",
        """
        {"git_server":"statuses","repository":"mike/diaspora","build_configuration":"statuses",
         "triggers":{"push":["**"]},"report_status":true}
        """);
    AgentCalls.emptyQueue();
    agent = AgentCalls.joined();
  }

  @AfterEach
  void stop() {
    gitlab.close();
  }

  @Test
  void a_push_starts_a_build_and_its_states_go_back_to_the_commit() {
    // Given
    as("admin").body("{}").post("/api/projects/statuses/webhook").then().statusCode(201);
    int build = push();
    awaitStates("pending");
    // When
    String action = agent.takeOne();
    agent.call("/consume_action", holding(action));
    awaitStates("pending", "running");
    complete(action, COMMIT);
    // Then
    assertThat(action).isEqualTo(Integer.toString(build));
    awaitStates("pending", "running", "success");
    assertThat(statuses().getLast().path("name").asText()).isEqualTo("laas-soa/statuses");
    assertThat(statuses().getLast().path("ref").asText()).isEqualTo("master");
    assertThat(statuses().getLast().path("target_url").asText())
        .isEqualTo("http://build.test/builds/" + build);
    assertThat(gitlab.calls(STATUSES).getLast().headers())
        .containsEntry("private-token", "gl-token");
  }

  @Test
  void a_build_that_nobody_pushed_is_told_at_the_commit_that_was_built() {
    // Given
    int build =
        as("developer")
            .body("{\"ref\":\"master\"}")
            .post("/api/projects/statuses/builds")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    // When
    String action = agent.takeOne();
    complete(action, COMMIT);
    // Then
    awaitStates("success");
    assertThat(action).isEqualTo(Integer.toString(build));
  }

  @Test
  void a_host_that_does_not_answer_is_told_again() {
    // Given
    gitlab.serve(STATUSES, 502, "", Map.of());
    as("developer").body("{\"ref\":\"master\"}").post("/api/projects/statuses/builds");
    complete(agent.takeOne(), COMMIT);
    await().atMost(Duration.ofSeconds(20)).until(() -> !gitlab.calls(STATUSES).isEmpty());
    // When
    gitlab.serve(STATUSES, "gitlab/status.json");
    // Then
    await().atMost(Duration.ofSeconds(30)).until(() -> gitlab.calls(STATUSES).size() >= 2);
  }

  private int push() {
    String secret =
        json(gitlab.calls("POST /api/v4/projects/mike%2Fdiaspora/hooks").getLast().body())
            .path("token")
            .asText();
    return given()
        .contentType("application/json")
        .header("X-Gitlab-Event", "Push Hook")
        .header("X-Gitlab-Token", secret)
        .body(FakeGitHost.resource("gitlab/hooks/push.json"))
        .post("/hooks/gitlab/statuses")
        .then()
        .statusCode(202)
        .extract()
        .path("build");
  }

  private void complete(String action, String commit) {
    agent
        .call(
            "/complete_action",
            """
            {"action_id":"%s","attempt":1,"outcome":{"result":"succeeded"},"commit":"%s"}
            """
                .formatted(action, commit))
        .statusCode(200);
  }

  private static String holding(String action) {
    return "{\"holding\":[{\"action_id\":\"%s\",\"attempt\":1}]}".formatted(action);
  }

  private void awaitStates(String... states) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(statuses().stream().map(one -> one.path("state").asText()))
                    .containsExactly(states));
  }

  private List<JsonNode> statuses() {
    return gitlab.calls(STATUSES).stream().map(call -> json(call.body())).toList();
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
