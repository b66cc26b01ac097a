package org.laassoa.server.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.agentwire.AgentCalls;

/** Builds asked for by programs: repeatable, waited for, with parameters that are checked. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class RequestsQuarkusTest {

  private static final String MAIN = "{\"ref\": \"main\"}";

  private final String key = UUID.randomUUID().toString();

  @BeforeEach
  void projects() {
    put("git-servers/requests", "{\"address\":\"https://git.example\"}");
    put("build-environments/requests", "{\"image\":\"busybox:1\"}");
    put(
        "build-configurations/requests",
        """
        {"build_environment":"requests","files":{"compile.sh":"true"},"compile_script":"compile.sh"}
        """);
    put(
        "projects/requests",
        """
        {"repository":"team/app.git","git_server":"requests","build_configuration":"requests"}
        """);
    put(
        "projects/defined",
        """
        {"repository":"team/app.git","git_server":"requests","build_configuration":"requests",
         "parameters": [
           {"name": "STAGE", "default": "test", "choices": ["test", "live"]},
           {"name": "VERSION", "required": true, "pattern": "[0-9]+\\\\.[0-9]+"},
           {"name": "NOTE"}]}
        """);
  }

  @AfterEach
  void emptyQueue() {
    AgentCalls.emptyQueue();
  }

  @Test
  void the_same_request_with_the_same_key_is_answered_by_the_same_build() {
    int first = build("requests", key, MAIN).statusCode(201).extract().path("id");

    build("requests", key, "{\"type\": \"branch\", \"ref\": \"main\", \"parameters\": {}}")
        .statusCode(200)
        .header("Idempotency-Replayed", "true")
        .header("Location", containsString("/api/builds/" + first))
        .body("id", equalTo(first));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ref\": \"other\"}",
        "{\"ref\": \"main\", \"type\": \"tag\"}",
        "{\"ref\": \"main\", \"priority\": 1}",
        "{\"ref\": \"main\", \"parameters\": {\"A\": \"1\"}}"
      })
  void another_request_with_the_same_key_is_refused(String other) {
    build("requests", key, MAIN).statusCode(201);

    build("requests", key, other)
        .statusCode(422)
        .body("type", equalTo("urn:laas-soa:problem:idempotency-key-reused"));
  }

  @Test
  void the_key_of_one_project_or_caller_is_not_that_of_another() {
    int first = build("requests", key, MAIN).statusCode(201).extract().path("id");

    build("defined", key, MAIN.replace("}", ", \"parameters\": {\"VERSION\": \"1.0\"}}"))
        .statusCode(422);
    int other =
        as("admin")
            .header("Idempotency-Key", key)
            .body(MAIN)
            .post("/api/projects/requests/builds")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void a_repeated_request_is_answered_even_when_it_would_be_refused_by_now() {
    put(
        "projects/changing",
        """
        {"repository":"team/app.git","git_server":"requests","build_configuration":"requests"}
        """);
    int first = build("changing", key, MAIN).statusCode(201).extract().path("id");
    put(
            "projects/changing",
            """
            {"repository":"team/app.git","git_server":"requests","build_configuration":"requests",
             "parameters": [{"name": "A", "required": true}]}
            """)
        .statusCode(200);

    build("changing", key, MAIN).statusCode(200).body("id", equalTo(first));
  }

  @Test
  void fifty_that_come_at_once_make_one_build() throws Exception {
    CyclicBarrier together = new CyclicBarrier(50);
    List<Future<Integer>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        answers.add(
            threads.submit(
                () -> {
                  together.await();
                  return build("requests", key, MAIN).extract().<Integer>path("id");
                }));
      }
    }

    List<Integer> ids = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      ids.add(answer.get());
    }

    assertThat(ids).hasSize(50).doesNotContainNull();
    assertThat(ids.stream().distinct()).hasSize(1);
  }

  @Test
  void what_is_no_key_is_refused() {
    build("requests", "a\tb", MAIN)
        .statusCode(400)
        .body("errors[0].field", equalTo("Idempotency-Key"));
  }

  @Test
  void a_key_of_256_characters_is_refused() {
    build("requests", "k".repeat(256), MAIN).statusCode(400);
  }

  @Test
  void the_key_of_a_batch_covers_all_of_it() {
    String two =
        """
        {"builds": [{"project": "requests", "ref": "a"}, {"project": "requests", "ref": "b"}]}
        """;
    List<Integer> first = batch(two).statusCode(201).extract().path("builds.id");

    batch(two)
        .statusCode(200)
        .header("Idempotency-Replayed", "true")
        .body("builds.id", equalTo(first));
    batch(two.replace("\"b\"", "\"c\"")).statusCode(422);
  }

  @Test
  void a_batch_says_of_each_item_what_is_wrong_and_enqueues_none() {
    as("developer")
        .body(
            """
            {"builds": [{"project": "requests", "ref": "main"},
              {"project": "defined", "ref": "main"},
              {"project": "none", "ref": "main"},
              {"project": "defined", "ref": "main", "parameters": {"VERSION": "1.0", "X": "1"}}]}
            """)
        .post("/api/builds")
        .then()
        .statusCode(400)
        .body(
            "errors.field",
            equalTo(
                List.of(
                    "builds[1].parameters.VERSION",
                    "builds[2].project",
                    "builds[3].parameters.X")));
    as("viewer").get("/api/builds?project=requests&state=queued").then().body("total", equalTo(0));
  }

  @Test
  void a_request_is_answered_at_the_end_of_the_build_when_it_waits() throws Exception {
    AgentCalls agent = AgentCalls.joined();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<ValidatableResponse> waiting =
          threads.submit(
              () ->
                  as("developer").body(MAIN).post("/api/projects/requests/builds?wait=60").then());

      agent.succeed(agent.takeOne(), 1).statusCode(200);

      waiting.get().statusCode(201).body("state", equalTo("succeeded"));
    }
  }

  @Test
  void defaults_are_filled_in_and_shown() {
    build("defined", null, "{\"ref\": \"main\", \"parameters\": {\"VERSION\": \"1.2\"}}")
        .statusCode(201)
        .body("parameters.STAGE", equalTo("test"))
        .body("parameters.VERSION", equalTo("1.2"))
        .body("parameters.NOTE", nullValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|VERSION|is required",
        "{\"VERSION\": \"one\"}|VERSION|must match",
        "{\"VERSION\": \"1.2\\n\"}|VERSION|must match",
        "{\"VERSION\": \"1.2\", \"STAGE\": \"Live\"}|STAGE|must be one of test, live",
        "{\"VERSION\": \"1.2\", \"STAGE\": \"\"}|STAGE|must be one of",
        "{\"VERSION\": \"1.2\", \"STAGES\": \"test\"}|STAGES|it has STAGE, VERSION, NOTE"
      })
  void what_the_project_does_not_take_is_refused(String parameters, String field, String words) {
    build("defined", null, "{\"ref\": \"main\", \"parameters\": " + parameters + "}")
        .statusCode(400)
        .body("errors[0].field", equalTo("parameters." + field))
        .body("errors[0].message", containsString(words));
  }

  @Test
  void a_build_whose_parameters_are_not_taken_any_more_is_not_repeated() {
    put(
        "projects/narrowing",
        """
        {"repository":"team/app.git","git_server":"requests","build_configuration":"requests"}
        """);
    int id =
        build("narrowing", null, "{\"ref\": \"main\", \"parameters\": {\"STAGE\": \"old\"}}")
            .extract()
            .path("id");
    as("developer").post("/api/builds/" + id + "/cancel").then().statusCode(202);
    put(
        "projects/narrowing",
        """
        {"repository":"team/app.git","git_server":"requests","build_configuration":"requests",
         "parameters": [{"name": "STAGE", "choices": ["new"]}]}
        """);

    as("developer")
        .post("/api/builds/" + id + "/retry")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:laas-soa:problem:not-retryable"))
        .body("detail", containsString("parameters.STAGE must be one of new"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\": \"A\", \"pattern\": \"(\"}|pattern",
        "{\"name\": \"A\", \"pattern\": \"(a)\\\\1\"}|pattern",
        "{\"name\": \"A\", \"pattern\": \"((a{100}){100}){100}\"}|pattern",
        "{\"name\": \"A\", \"default\": \"x\", \"choices\": [\"y\"]}|default",
        "{\"name\": \"LAAS_A\"}|name",
        "{\"name\": \"A-B\"}|name",
        "{}|name"
      })
  void a_definition_that_cannot_be_is_refused(String definition, String field) {
    put(
            "projects/undefined",
            """
            {"repository":"team/app.git","git_server":"requests","build_configuration":"requests",
             "parameters": [%s]}
            """
                .formatted(definition))
        .statusCode(400)
        .body("errors[0].field", equalTo("parameters[0]." + field));
  }

  private ValidatableResponse batch(String body) {
    return as("developer").header("Idempotency-Key", key).body(body).post("/api/builds").then();
  }

  private static ValidatableResponse build(String project, String key, String body) {
    var request = as("developer").body(body);
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.post("/api/projects/" + project + "/builds").then();
  }
}
