package org.laassoa.server.agentwire;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;

/** What agents get: by rules, labels and what is wanted of them. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class AgentFleetQuarkusTest {

  @Inject Transactions transactions;

  private AgentCalls agent;

  @BeforeEach
  void oneProjectAndAnEmptyQueue() {
    put("build-environments/fleet", "{\"image\":\"busybox:1\"}");
    put(
        "build-configurations/fleet",
        """
        {"build_environment":"fleet","files":{"compile.sh":"true"},"compile_script":"compile.sh"}
        """);
    project("");
    AgentCalls.emptyQueue();
    agent = AgentCalls.joined();
  }

  @AfterEach
  void noRules() {
    List<String> rules =
        as("viewer").get("/api/capability-rules").then().extract().path("items.name");
    rules.forEach(name -> as("admin").delete("/api/capability-rules/" + name));
    // The next test's agents are judged by what holds then.
    agent = AgentCalls.joined();
    awaitRule(nullValue());
  }

  @Test
  void an_agent_gets_only_what_the_rule_of_its_network_allows() {
    rule("loopback", "127.0.0.0/8", "\"diagnose\"");
    int build = enqueue();
    awaitRule(containsString("loopback"));

    poll("{}").body("$", hasSize(0));
    shown()
        .body("effective.actions", contains("diagnose"))
        .body("effective.rule", equalTo("loopback"))
        .body("effective.network", equalTo("127.0.0.0/8"));
    waiting(build)
        .body("kind", hasItem("rule"))
        .body("reason", hasItem(containsString("the capability rule loopback for 127.0.0.0/8")));
  }

  @Test
  void the_rule_of_the_narrowest_network_decides() {
    rule("loopback", "127.0.0.0/8", "");
    rule("this-host", "127.0.0.1", "\"build\"");
    int build = enqueue();
    awaitRule(containsString("this-host"));

    poll("{}").body("[0].action_id", equalTo(Integer.toString(build)));
  }

  @Test
  void whom_no_rule_is_about_gets_nothing_once_there_are_rules() {
    rule("elsewhere", "192.0.2.0/24", "\"build\"");
    enqueue();
    awaitRule(containsString("no capability rule is about the address 127.0.0.1"));
    shown().body("effective.rule", nullValue());

    poll("{}").body("$", hasSize(0));
  }

  @Test
  void a_header_that_anybody_can_send_does_not_change_the_address() {
    rule("elsewhere", "192.0.2.0/24", "\"build\"");
    enqueue();
    awaitRule(containsString("127.0.0.1"));

    agent
        .signedIn()
        .header("X-Forwarded-For", "192.0.2.7")
        .header("Forwarded", "for=192.0.2.7")
        .post("/consume_action")
        .then()
        .statusCode(200)
        .body("$", hasSize(0));
  }

  @Test
  void a_rule_has_a_network_of_its_own_and_known_types() {
    put("capability-rules/bad", "{\"network\": \"10.0.0.0/99\", \"actions\": [\"bake\"]}")
        .statusCode(400)
        .body("errors.field", contains("network", "actions[0]"));
    rule("one", "10.1.2.3/8", "\"build\"");
    as("viewer").get("/api/capability-rules/one").then().body("network", equalTo("10.0.0.0/8"));
    put("capability-rules/two", "{\"network\": \"10.0.0.0/8\", \"actions\": []}")
        .statusCode(400)
        .body("errors.field", contains("network"));
  }

  @Test
  void a_build_goes_to_an_agent_with_the_labels_that_its_project_requires() {
    project("\"required_labels\": [\"gpu\", \"arch=arm64\"],");
    int build = enqueue();

    poll("{\"labels\": [\"gpu\", \"arch=amd64\"]}").body("$", hasSize(0));
    waiting(build).body("reason", hasItem("lacks arch=arm64"));
    AgentCalls.joined()
        .call("/consume_action", "{\"labels\": [\"gpu\", \"arch=arm64\"]}")
        .body("[0].action_id", equalTo(Integer.toString(build)));
  }

  @Test
  void no_agent_can_give_itself_the_label_of_another() {
    poll("{\"labels\": [\"agent=1\"]}")
        .statusCode(400)
        .body("errors[0].field", equalTo("labels[0]"));
  }

  @Test
  void a_drained_agent_gets_no_builds_until_it_is_resumed() {
    int build = enqueue();
    ask("drain").statusCode(200).body("wanted", equalTo("drain"));

    poll("{}").body("$", hasSize(0));
    waiting(build).body("kind", hasItem("drained"));
    ask("resume").statusCode(200).body("wanted", equalTo("work"));
    poll("{}").body("[0].action_id", equalTo(Integer.toString(build)));
  }

  @Test
  void an_agent_that_is_to_stop_is_told_so_and_keeps_what_it_has() {
    int build = enqueue();
    agent.takeOne();
    enqueue();
    ask("stop").statusCode(200);

    poll("{\"capacity\": 5, \"holding\": [{\"action_id\": \"" + build + "\", \"attempt\": 1}]}")
        .body("$", hasSize(1))
        .body("[0].action", equalTo("stop"));
    agent.succeed(Integer.toString(build), 1).statusCode(200).body("state", equalTo("succeeded"));
  }

  @Test
  void a_held_poll_is_answered_when_the_agent_is_to_stop() throws Exception {
    var answer = new FutureTask<>(() -> poll("{\"wait\": 60}"));
    Thread.ofVirtual().start(answer);
    awaitOnline();

    ask("stop");

    answer.get(20, TimeUnit.SECONDS).body("[0].action", equalTo("stop"));
  }

  @Test
  void a_removed_agent_is_refused_at_once_and_what_only_it_could_do_is_cancelled() {
    int clean = ask("clean").statusCode(201).extract().path("id");

    as("admin").delete("/api/agents/" + agent.id()).then().statusCode(204);

    poll("{}").statusCode(401);
    as("viewer").get("/api/agents").then().body("items.id", not(hasItem((int) agent.id())));
    as("viewer").get("/api/builds/" + clean).then().body("state", equalTo("cancelled"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"removed_at = now()", "token_hash = sha256('another token')"})
  void a_token_that_another_server_has_ended_is_refused_soon(String change) {
    poll("{}").statusCode(200);
    transactions.run(
        connection ->
            RealPostgres.execute(
                connection, "UPDATE agents SET " + change + " WHERE id = ?", agent.id()));

    await().untilAsserted(() -> poll("{}").statusCode(401));
  }

  @Test
  void an_agent_that_has_builds_is_not_removed() {
    enqueue();
    agent.takeOne();

    as("admin").delete("/api/agents/" + agent.id()).then().statusCode(409);

    poll("{}").statusCode(200);
  }

  @Test
  void what_is_asked_of_an_agent_goes_to_it_alone_even_when_it_takes_no_builds() {
    enqueue();
    int clean =
        as("admin")
            .body("{\"caches\": [\"images\", \"workspaces\"]}")
            .post("/api/agents/" + agent.id() + "/clean")
            .then()
            .statusCode(201)
            .body("action", equalTo("clean"))
            .extract()
            .path("id");

    AgentCalls.joined()
        .call("/consume_action", "{\"capacity\": 10}")
        .body("action", everyItem(equalTo("build")));
    poll("{\"not_taking\": \"the disk is full\"}")
        .body("[0].action_data.action", equalTo("clean"))
        .body("[0].action_data.caches", hasItems("images", "workspaces"))
        .body("[0].action_id", equalTo(Integer.toString(clean)));
    agent.succeed(Integer.toString(clean), 1).body("state", equalTo("succeeded"));
  }

  @Test
  void the_disk_that_an_agent_speaks_of_is_shown() {
    poll("{\"disk\": {\"free_bytes\": 3000000000, \"total_bytes\": 9000000000}}");

    await()
        .untilAsserted(
            () ->
                as("viewer")
                    .get("/api/agents/" + agent.id())
                    .then()
                    .body("disk.free_bytes", equalTo(3000000000L))
                    .body("disk.total_bytes", equalTo(9000000000L))
                    .body("disk.needed_bytes", nullValue()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"free_bytes\": 1}",
        "{\"total_bytes\": 1}",
        "{\"free_bytes\": -1, \"total_bytes\": 1}",
        "{\"free_bytes\": 1, \"total_bytes\": \"much\"}"
      })
  void a_disk_that_cannot_be_is_refused(String disk) {
    agent.call("/consume_action", "{\"disk\": " + disk + "}").statusCode(400);
  }

  @Test
  void an_agent_that_is_busy_can_be_diagnosed() {
    int build = enqueue();
    agent.takeOne();
    int diagnose = ask("diagnose").statusCode(201).extract().path("id");

    poll("{\"capacity\": 1, \"holding\": [{\"action_id\": \"" + build + "\", \"attempt\": 1}]}")
        .body("[0].action_data.action", equalTo("diagnose"))
        .body("[0].action_id", equalTo(Integer.toString(diagnose)));
  }

  @Test
  void an_unknown_cache_is_refused() {
    as("admin")
        .body("{\"caches\": [\"everything\"]}")
        .post("/api/agents/" + agent.id() + "/clean")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("caches[0]"));
  }

  @Test
  void an_attempt_that_is_handed_back_is_taken_by_another_at_once() {
    int build = enqueue();
    agent.takeOne();

    agent
        .call(
            "/complete_action",
            """
            {"action_id": "%d", "attempt": 1, "outcome": {"result": "handed_back"}}
            """
                .formatted(build))
        .statusCode(200)
        .body("state", equalTo("queued"));

    AgentCalls.joined()
        .call("/consume_action", "{}")
        .body("[0].action_id", equalTo(Integer.toString(build)))
        .body("[0].attempt", equalTo(2));
  }

  private ValidatableResponse poll(String body) {
    return agent.call("/consume_action", body);
  }

  private ValidatableResponse ask(String what) {
    return as("admin").post("/api/agents/" + agent.id() + "/" + what).then();
  }

  private ValidatableResponse shown() {
    return as("viewer").get("/api/agents/" + agent.id()).then();
  }

  private void awaitOnline() {
    await().untilAsserted(() -> shown().body("online", equalTo(true)));
  }

  /** Until what the agent gets is decided for that reason. It takes no build meanwhile. */
  private void awaitRule(Matcher<?> reason) {
    await()
        .untilAsserted(
            () -> {
              poll("{\"not_taking\": \"not yet\"}").statusCode(200);
              shown().body("online", equalTo(true)).body("effective.reason", reason);
            });
  }

  private ValidatableResponse waiting(int build) {
    awaitOnline();
    return as("viewer")
        .get("/api/builds/" + build)
        .then()
        .rootPath("waiting.agents.findAll { it.kind != 'offline' }");
  }

  private static void rule(String name, String network, String actions) {
    put(
            "capability-rules/" + name,
            "{\"network\": \"%s\", \"actions\": [%s]}".formatted(network, actions))
        .statusCode(201);
  }

  private static void project(String further) {
    put(
        "projects/fleet",
        "{%s \"repository\": \"https://git.example/r.git\", \"build_configuration\": \"fleet\"}"
            .formatted(further));
  }

  private static int enqueue() {
    return as("developer")
        .body("{\"ref\": \"main\"}")
        .post("/api/projects/fleet/builds")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
