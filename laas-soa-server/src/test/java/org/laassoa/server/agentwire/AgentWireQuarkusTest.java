package org.laassoa.server.agentwire;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.action.WorkWaiters;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class AgentWireQuarkusTest {

  @Inject WorkWaiters waiters;

  private AgentCalls agent;

  @BeforeEach
  void oneProjectAndAnEmptyQueue() {
    put("git-servers/wire", "{\"address\":\"https://git.example\",\"password\":\"gitpass\"}");
    put("build-environments/wire", "{\"image\":\"busybox:1\"}");
    put(
        "build-configurations/wire",
        """
        {"build_environment":"wire","files":{"compile.sh":"true"},"compile_script":"compile.sh",
         "variables":{"FROM":"configuration","OTHER":"kept"}}
        """);
    put(
        "projects/wire",
        """
        {"repository":"team/app.git","git_server":"wire","build_configuration":"wire",
         "variables":{"FROM":"project"}}
        """);
    AgentCalls.emptyQueue();
    agent = AgentCalls.joined();
  }

  @Test
  void an_agent_that_hangs_up_a_held_poll_is_handed_nothing() throws Exception {
    try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
      String body = "{\"wait\": 60}";
      socket
          .getOutputStream()
          .write(
              ("POST /consume_action HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                      + agent.token()
                      + "\r\nContent-Length: "
                      + body.length()
                      + "\r\n\r\n"
                      + body)
                  .getBytes(UTF_8));
      await().until(() -> waiters.waiting(agent.id()));
    }
    await().until(() -> !waiters.waiting(agent.id()));

    int build = enqueue();

    AgentCalls other = AgentCalls.joined();
    assertThat(other.takeOne()).isEqualTo(Integer.toString(build));
  }

  @Test
  void an_empty_post_without_a_content_type_is_a_poll() {
    agent.signedIn().post("/consume_action").then().statusCode(200).body("$", hasSize(0));
  }

  @Test
  void the_older_spelling_is_the_same_call() {
    int build = enqueue();

    agent
        .call("/comsume_action", "{}")
        .body("[0].action_id", equalTo(Integer.toString(build)))
        .body("[0].action", equalTo("build"))
        .body("[0].attempt", equalTo(1));
  }

  @Test
  void who_gets_an_action_gets_all_it_needs_with_secrets_by_value() {
    int build = enqueue();

    agent
        .call("/consume_action", "{\"actions\": [\"build\"], \"capacity\": 2}")
        .body("[0].action_data.source.url", equalTo("https://git.example/team/app.git"))
        .body("[0].action_data.source.password", equalTo("gitpass"))
        .body("[0].action_data.variables.FROM", equalTo("build"))
        .body("[0].action_data.variables.OTHER", equalTo("kept"))
        .body("[0].action_data.build_config_file_version_list[0]", hasKey("compile.sh"));
    String stored = as("viewer").get("/api/builds/" + build).asString();
    assertThat(stored).doesNotContain("gitpass");
  }

  @Test
  void an_action_that_the_agent_never_spoke_of_is_handed_out_again() {
    enqueue();
    String first = agent.takeOne();

    agent
        .call("/consume_action", "{}")
        .body("[0].action_id", equalTo(first))
        .body("[0].attempt", equalTo(1));
  }

  @Test
  void another_agent_does_not_get_what_is_taken() {
    enqueue();
    agent.takeOne();

    AgentCalls.joined().call("/consume_action", "{}").body("$", hasSize(0));
  }

  @Test
  void an_agent_at_its_capacity_gets_no_more() {
    enqueue();
    enqueue();
    String held = agent.takeOne();

    agent
        .call(
            "/consume_action",
            "{\"capacity\": 1, \"holding\": [{\"action_id\": \"%s\", \"attempt\": 1}]}"
                .formatted(held))
        .body("$", hasSize(0));
  }

  @Test
  void what_the_agent_does_not_own_is_to_be_abandoned() {
    agent
        .call(
            "/consume_action",
            """
            {"holding": [{"action_id": "999999999", "attempt": 1}, {"action_id": "x/../y", "attempt": 1}]}
            """)
        .body("action", equalTo(List.of("abandon", "abandon")))
        .body("action_id", containsInAnyOrder("x/../y", "999999999"));
  }

  @Test
  void a_cancelled_build_is_an_order_to_its_owner() {
    int build = enqueue();
    agent.takeOne();
    as("developer").post("/api/builds/" + build + "/cancel").then().statusCode(202);

    agent
        .call("/consume_action", holding(build))
        .body("[0].action", equalTo("cancel"))
        .body("[0].action_id", equalTo(Integer.toString(build)));
  }

  @Test
  void the_steps_of_a_running_build_are_seen_as_its_agent_names_them() {
    int build = enqueue();
    agent.takeOne();
    String holding = "{\"holding\": [{\"action_id\": \"%d\", \"attempt\": 1, \"step\": \"%s\"}]}";
    agent.call("/consume_action", holding.formatted(build, "checkout")).statusCode(200);
    agent.call("/consume_action", holding.formatted(build, "checkout")).statusCode(200);

    agent.call("/consume_action", holding.formatted(build, "compile")).statusCode(200);

    as("viewer")
        .get("/api/builds/" + build)
        .then()
        .body("step", equalTo("compile"))
        .body("steps.name", equalTo(List.of("checkout", "compile")))
        .body("steps.state", equalTo(List.of("succeeded", "running")))
        .body("steps[0].ended_at", not(nullValue()))
        .body("steps[1].started_at", not(nullValue()));
  }

  @Test
  void scripts_come_in_the_versions_of_when_the_build_was_asked_for() {
    enqueue();
    put(
        "build-configurations/wire",
        """
        {"build_environment":"wire","files":{"compile.sh":"false"},"compile_script":"compile.sh"}
        """);
    String dataId =
        agent.call("/consume_action", "{}").extract().path("[0].action_data.build_config_file_id");

    agent
        .call("/fetch_data", fetch(dataId, "compile.sh"))
        .statusCode(200)
        .body("data_id", equalTo(dataId))
        .body("data_list.'compile.sh'", equalTo("true"));
    agent.call("/fetch_data", "[" + fetch(dataId, "compile.sh") + "]").body("$", hasSize(1));
  }

  @Test
  void scripts_are_refused_to_who_holds_nothing_with_them() {
    enqueue();
    String dataId =
        agent.call("/consume_action", "{}").extract().path("[0].action_data.build_config_file_id");

    AgentCalls.joined()
        .call("/fetch_data", fetch(dataId, "compile.sh"))
        .statusCode(403)
        .body("type", equalTo("urn:laas-soa:problem:forbidden"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../compile.sh", "/etc/passwd", "nope.sh", "编译.sh"})
  void a_script_that_is_not_there_is_refused(String name) {
    enqueue();
    String dataId =
        agent.call("/consume_action", "{}").extract().path("[0].action_data.build_config_file_id");

    agent
        .call("/fetch_data", fetch(dataId, name))
        .statusCode(400)
        .body("type", equalTo("urn:laas-soa:problem:invalid-field"));
  }

  @Test
  void log_offsets_are_bytes() {
    int build = enqueue();
    agent.takeOne();

    agent.call("/log_data", log(build, 1, 0, "构建")).body("offset", equalTo(6));
    agent.call("/log_data", log(build, 1, 0, "构建")).body("offset", equalTo(6));
    agent
        .call("/log_data", log(build, 1, 7, "x"))
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:laas-soa:problem:log-gap"))
        .body("offset", equalTo(6));
    agent
        .call("/log_data", log(build, 1, -1, "x"))
        .statusCode(400)
        .body("type", equalTo("urn:laas-soa:problem:invalid-field"));
    assertThat(as("viewer").get("/api/builds/" + build + "/log").asString()).isEqualTo("构建");
  }

  @Test
  void log_bytes_can_come_as_they_are_and_be_read_by_range() {
    int build = enqueue();
    agent.takeOne();
    byte[] bytes = {0, 1, (byte) 0xff, 13, 10, 27};

    agent
        .signedIn()
        .contentType("application/octet-stream")
        .body(bytes)
        .post("/log_data?action_id=" + build + "&attempt=1&offset=0")
        .then()
        .body("offset", equalTo(6));

    byte[] range =
        as("viewer")
            .header("Range", "bytes=1-3")
            .get("/api/builds/" + build + "/log")
            .then()
            .statusCode(206)
            .header("Content-Range", "bytes 1-3/6")
            .extract()
            .asByteArray();
    assertThat(range).isEqualTo(Arrays.copyOfRange(bytes, 1, 4));
    as("viewer")
        .header("Range", "bytes=6-")
        .get("/api/builds/" + build + "/log")
        .then()
        .statusCode(416)
        .body("type", equalTo("urn:laas-soa:problem:range-not-satisfiable"));
  }

  @Test
  void a_forged_attempt_changes_nothing() {
    int build = enqueue();
    agent.takeOne();

    agent
        .call("/log_data", log(build, 2, 0, "forged"))
        .statusCode(409)
        .body("type", equalTo("urn:laas-soa:problem:attempt-superseded"));
    agent.succeed(Integer.toString(build), 2).statusCode(409);
    AgentCalls.joined().succeed(Integer.toString(build), 1).statusCode(409);
    agent.succeed(Integer.toString(build), 0).statusCode(400);
    agent.succeed("999999999", 1).statusCode(404);
    agent.succeed("../1", 1).statusCode(404);
    as("viewer")
        .get("/api/builds/" + build)
        .then()
        .body("state", equalTo("consumed"))
        .body("log_bytes", equalTo(0));
  }

  @Test
  void an_attempt_ends_only_when_its_log_is_whole() {
    int build = enqueue();
    agent.takeOne();
    agent.call("/log_data", log(build, 1, 0, "hello\\n")).statusCode(200);
    String end =
        """
        {"action_id": "%d", "attempt": 1, "outcome": {"result": "succeeded"}, "log_bytes": %d,
         "log_sha256": "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"}
        """;

    agent
        .call("/complete_action", end.formatted(build, 7))
        .statusCode(409)
        .body("type", equalTo("urn:laas-soa:problem:log-incomplete"))
        .body("offset", equalTo(6));
    agent.call("/complete_action", end.formatted(build, 6)).body("state", equalTo("succeeded"));
    agent.call("/complete_action", end.formatted(build, 6)).body("state", equalTo("succeeded"));

    as("viewer")
        .get("/api/builds/" + build)
        .then()
        .body("state", equalTo("succeeded"))
        .body("log_intact", equalTo(true))
        .body("ended_at", not(nullValue()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/consume_action", "/fetch_data", "/log_data", "/complete_action"})
  void what_is_not_json_is_a_problem_and_no_error_of_ours(String path) {
    for (String body :
        List.of("{", "nul", "[1]", "\"text\"", "{\"action_id\": {}}", "{\"a\": \"\\u0000\"}")) {
      agent
          .call(path, body)
          .statusCode(path.equals("/consume_action") && body.contains("action_id") ? 200 : 400)
          .contentType(startsWith("application/"));
    }
  }

  @Test
  void an_unknown_action_type_is_named_as_such() {
    agent
        .call("/consume_action", "{\"actions\": [\"bulid\"]}")
        .statusCode(400)
        .body("type", equalTo("urn:laas-soa:problem:unknown-action-type"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"capacity\": 0}", "{\"capacity\": 1001}", "{\"wait\": -1}", "{\"wait\": 61}"})
  void numbers_out_of_range_are_refused(String body) {
    agent
        .call("/consume_action", body)
        .statusCode(400)
        .body("type", equalTo("urn:laas-soa:problem:invalid-field"));
  }

  @Test
  void a_body_that_is_too_large_is_a_problem() {
    agent
        .signedIn()
        .contentType("application/octet-stream")
        .body(new byte[17 * 1024 * 1024])
        .post("/log_data?action_id=1&attempt=1&offset=0")
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:laas-soa:problem:too-large"));
  }

  @Test
  void a_token_that_nobody_has_is_refused() {
    given()
        .header("Authorization", "Bearer laas-agent-guess")
        .post("/consume_action")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:laas-soa:problem:unauthorized"));
    given()
        .body("{\"join_token\": \"guess\", \"name\": \"x\"}")
        .post("/join_agent")
        .then()
        .statusCode(401);
  }

  @Test
  void people_may_not_call_what_agents_call() {
    as("admin").post("/consume_action").then().statusCode(403);
  }

  private static int enqueue() {
    return as("developer")
        .body("{\"type\": \"branch\", \"ref\": \"main\", \"parameters\": {\"FROM\": \"build\"}}")
        .post("/api/projects/wire/builds")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String holding(int build) {
    return "{\"holding\": [{\"action_id\": \"%d\", \"attempt\": 1}]}".formatted(build);
  }

  private static String fetch(String dataId, String name) {
    return "{\"data_id\": \"%s\", \"param_list\": [{\"build_config_file_version_list\": \"%s\"}]}"
        .formatted(dataId, name);
  }

  private static String log(int build, int attempt, long offset, String data) {
    return "{\"action_id\": \"%d\", \"attempt\": %d, \"offset\": %d, \"data\": \"%s\"}"
        .formatted(build, attempt, offset, data);
  }
}
