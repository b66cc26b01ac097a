package org.laassoa.server.build;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.agentwire.AgentCalls;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class BuildsQuarkusTest {

  @BeforeEach
  void oneProject() {
    put("git-servers/builds", "{\"address\":\"https://git.example\"}");
    put("build-environments/builds", "{\"image\":\"busybox:1\"}");
    put(
        "build-configurations/builds",
        """
        {"build_environment":"builds","files":{"compile.sh":"true"},"compile_script":"compile.sh"}
        """);
    put(
        "projects/builds",
        """
        {"repository":"team/app.git","git_server":"builds","build_configuration":"builds"}
        """);
  }

  @Test
  void a_build_is_asked_for_and_found_again() {
    ValidatableResponse created = build("{\"type\": \"branch\", \"ref\": \"main\"}");

    int id = created.statusCode(201).body("state", equalTo("queued")).extract().path("id");
    created.header("Location", endsWith("/api/builds/" + id));
    as("viewer")
        .get("/api/builds/" + id)
        .then()
        .statusCode(200)
        .body("project", equalTo("builds"))
        .body("ref", equalTo("main"))
        .body("reason", not(containsString("null")));
    as("viewer")
        .get("/api/builds?project=builds&state=queued&size=1")
        .then()
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(id));
    as("viewer").get("/api/builds?q=UILDS MAI&size=1").then().body("items[0].id", equalTo(id));
    as("viewer").get("/api/builds?q=no such build").then().body("total", equalTo(0));
    as("admin").post("/api/builds/" + id + "/cancel").then().statusCode(202);
  }

  @Test
  void a_queued_build_is_cancelled_at_once_and_can_be_repeated() {
    int id = build("{\"ref\": \"main\", \"parameters\": {\"A\": \"b\"}}").extract().path("id");

    as("developer")
        .post("/api/builds/" + id + "/cancel")
        .then()
        .statusCode(202)
        .body("state", equalTo("cancelled"));

    int again =
        as("developer")
            .post("/api/builds/" + id + "/retry")
            .then()
            .statusCode(201)
            .body("retry_of", equalTo(id))
            .body("parameters.A", equalTo("b"))
            .extract()
            .path("id");
    as("admin").post("/api/builds/" + again + "/cancel").then().statusCode(202);
  }

  @Test
  void a_build_that_has_not_ended_is_not_repeated() {
    int id = build("{\"ref\": \"main\"}").extract().path("id");

    as("developer")
        .post("/api/builds/" + id + "/retry")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:laas-soa:problem:not-retryable"));
    as("admin").post("/api/builds/" + id + "/cancel");
  }

  @Test
  void a_build_that_has_ended_otherwise_is_not_cancelled() {
    AgentCalls.emptyQueue();
    int id = build("{\"ref\": \"main\"}").extract().path("id");
    AgentCalls agent = AgentCalls.joined();
    String taken = agent.takeOne();
    agent.succeed(taken, 1).statusCode(200);

    as("developer")
        .post("/api/builds/" + id + "/cancel")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:laas-soa:problem:not-cancellable"));
  }

  @Test
  void health_and_metrics_are_there_without_a_sign_in() {
    given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));

    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("laas_actions{state=\"queued\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../main",
        "/etc/passwd",
        "a/../../b",
        "nul\\u0000",
        "",
        "-rf",
        "a..b",
        "a b",
        "x.lock",
        "@",
        "refs\\\\heads"
      })
  void a_ref_that_git_would_refuse_is_refused(String ref) {
    build("{\"ref\": \"" + ref + "\"}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:laas-soa:problem:invalid-field"))
        .body("errors[0].field", equalTo("ref"));
  }

  @Test
  void a_ref_of_300_characters_is_refused_and_one_in_chinese_is_not() {
    build("{\"ref\": \"" + "a".repeat(300) + "\"}").statusCode(400);

    int id = build("{\"ref\": \"特性/构建\"}").statusCode(201).extract().path("id");

    as("admin").post("/api/builds/" + id + "/cancel");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ref\": \"main\", \"type\": \"commit\"}",
        "{\"ref\": \"main\", \"parameters\": {\"LAAS_BUILD_ID\": \"1\"}}",
        "{\"ref\": \"main\", \"parameters\": {\"A=B\": \"1\"}}",
        "{\"ref\": \"main\", \"parameters\": {\"A\": null}}",
        "{\"ref\": \"main\", \"parameters\": [1]}",
        "{\"ref\": 1",
        "null",
        "[]"
      })
  void a_request_that_cannot_be_built_is_refused(String body) {
    build(body).statusCode(400).contentType("application/problem+json");
  }

  @Test
  void a_misspelt_field_is_refused_since_it_would_be_lost() {
    build("{\"ref\": \"main\", \"parameter\": {}}")
        .statusCode(400)
        .body("errors[0].field", equalTo("parameter"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "..%2F..%2Fetc", "%00", "项目"})
  void a_project_that_is_not_there_is_not_found(String name) {
    as("developer")
        .urlEncodingEnabled(false)
        .body(Map.of("ref", "main"))
        .post("/api/projects/" + name + "/builds")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "1e9", "99999999999999999999", "%2e%2e"})
  void a_build_that_cannot_be_is_not_found(String id) {
    as("viewer").urlEncodingEnabled(false).get("/api/builds/" + id).then().statusCode(404);
    as("viewer").urlEncodingEnabled(false).get("/api/builds/" + id + "/log").then().statusCode(404);
    as("viewer")
        .urlEncodingEnabled(false)
        .get("/api/builds/" + id + "/log/stream")
        .then()
        .statusCode(404);
  }

  @Test
  void a_viewer_may_look_and_not_build() {
    as("viewer")
        .body("{\"ref\": \"main\"}")
        .post("/api/projects/builds/builds")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:laas-soa:problem:forbidden"));
  }

  @Test
  void a_project_whose_parent_image_was_never_built_is_refused() {
    put(
        "parent-images/unbuilt",
        """
        {"build_environment":"builds","files":{"Dockerfile":"FROM busybox:1"},
         "packaging":{"kind":"dockerfile","file":"Dockerfile"}}
        """);
    put(
        "build-configurations/on-unbuilt",
        """
        {"build_environment":"builds","files":{"compile.sh":"true"},"compile_script":"compile.sh",
         "packaging":{"kind":"dockerfile","file":"Dockerfile"},"parent_image":"unbuilt"}
        """);
    put(
        "projects/on-unbuilt",
        """
        {"repository":"team/app.git","git_server":"builds","build_configuration":"on-unbuilt"}
        """);

    as("developer")
        .body("{\"ref\": \"main\"}")
        .post("/api/projects/on-unbuilt/builds")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:laas-soa:problem:parent-image-not-built"));
  }

  private static ValidatableResponse build(String body) {
    return as("developer").body(body).post("/api/projects/builds/builds").then();
  }
}
