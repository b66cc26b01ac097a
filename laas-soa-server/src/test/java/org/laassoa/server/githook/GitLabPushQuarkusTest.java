package org.laassoa.server.githook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.githost.FakeGitHost;

/** A project on a GitLab that is served here, and what GitLab tells of it. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
@WithTestResource(PublicUrl.class)
class GitLabPushQuarkusTest {
  private static final String COMMIT = "da1560886d4f094c3e6c9ef40349f7d38b5d27d7";

  private FakeGitHost gitlab;
  private String project;
  private String secret;

  @BeforeEach
  void registerHook() throws Exception {
    gitlab = new FakeGitHost();
    gitlab.serve("POST /api/v4/projects/mike%2Fdiaspora/hooks", "gitlab/hook.json");
    project = "p" + UUID.randomUUID().toString().substring(0, 8);
    put(
        "git-servers/" + project,
        """
        {"kind":"gitlab","address":"%s","username":"builder","password":"gl-token"}
        """
            .formatted(gitlab.url()));
    put("build-environments/hooks", "{\"image\":\"busybox:1\"}");
    put(
        "build-configurations/hooks",
        """
        {"build_environment":"hooks","files":{"compile.sh":"true"},"compile_script":"compile.sh"}
        """);
    putProject("{\"push\":[\"master\",\"release/*\"],\"tag\":[\"v*\"],\"merge_request\":true}");
    as("admin")
        .body("{}")
        .post("/api/projects/" + project + "/webhook")
        .then()
        .statusCode(201)
        .body("form", equalTo("gitlab"))
        .body("host_id", equalTo("7"))
        .body("url", equalTo("http://build.test/hooks/gitlab/" + project))
        .body("secret", nullValue());
    FakeGitHost.Call registration = gitlab.calls("POST /api/v4/projects").getFirst();
    assertThat(registration.headers()).containsEntry("private-token", "gl-token");
    var body = new ObjectMapper().readTree(registration.body());
    assertThat(body.path("push_events").asBoolean()).isTrue();
    assertThat(body.path("tag_push_events").asBoolean()).isTrue();
    assertThat(body.path("merge_requests_events").asBoolean()).isTrue();
    secret = body.path("token").asText();
  }

  @AfterEach
  void stop() {
    gitlab.close();
  }

  @Test
  void a_push_starts_a_build_of_its_branch() {
    // When
    int build =
        call("push").statusCode(202).body("result", equalTo("built")).extract().path("build");
    // Then
    as("viewer")
        .get("/api/builds/" + build)
        .then()
        .body("project", equalTo(project))
        .body("type", equalTo("branch"))
        .body("ref", equalTo("master"))
        .body("commit", equalTo(COMMIT))
        .body("requested_by", equalTo("webhook gitlab: John Smith"));
  }

  @Test
  void a_new_tag_starts_a_build_of_it() {
    // When
    int build = call("tag_push").statusCode(202).extract().path("build");
    // Then
    as("viewer")
        .get("/api/builds/" + build)
        .then()
        .body("type", equalTo("tag"))
        .body("ref", equalTo("v1.0.0"));
  }

  @Test
  void a_merge_request_starts_a_build_of_its_source_branch() {
    // When
    int build = call("merge_request").statusCode(202).extract().path("build");
    // Then
    as("viewer").get("/api/builds/" + build).then().body("ref", equalTo("ms-viewport"));
  }

  @Test
  void a_merge_request_from_a_fork_is_not_built() {
    // Given
    String fork =
        payload("merge_request")
            .replaceFirst("(\"source\": \\{[^}]*)mike/diaspora", "$1mallory/diaspora");
    // When
    ValidatableResponse answer = send(fork, Map.of("X-Gitlab-Token", secret));
    // Then
    answer.statusCode(200).body("result", equalTo("ignored")).body("note", containsString("fork"));
  }

  @Test
  void the_same_call_again_builds_nothing_twice_under_whatever_id() {
    // Given
    int build = call("push").extract().path("build");
    // When
    ValidatableResponse again = call("push");
    // Then
    again.statusCode(200).body("result", equalTo("repeated")).body("build", equalTo(build));
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_branch_that_is_rolled_back_and_forward_is_built_each_time_and_each_call_once() {
    // Given
    String forward = payload("push");
    String before = forward.replaceFirst("(?s).*\"before\": \"([0-9a-f]{40})\".*", "$1");
    String back = forward.replace(COMMIT, "@").replace(before, COMMIT).replace("@", before);
    // When
    for (String move : new String[] {forward, back, forward}) {
      send(move, signed()).statusCode(202);
      send(move, signed()).statusCode(200).body("result", equalTo("repeated"));
    }
    // Then
    assertThat(builds()).isEqualTo(3);
  }

  @Test
  void an_older_call_that_is_sent_again_moves_nothing() {
    // Given
    String first = payload("push");
    String before = first.replaceFirst("(?s).*\"before\": \"([0-9a-f]{40})\".*", "$1");
    String second = first.replace(COMMIT, "c".repeat(40)).replace(before, COMMIT);
    send(first, signed()).statusCode(202);
    send(second, signed()).statusCode(202);
    // When
    send(first, signed()).statusCode(200);
    // Then
    send(second, signed()).statusCode(200).body("result", equalTo("repeated"));
    assertThat(builds()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong", "gl-token"})
  void a_wrong_token_is_refused_and_builds_nothing(String token) {
    // When
    ValidatableResponse answer = send(payload("push"), Map.of("X-Gitlab-Token", token));
    // Then
    answer.statusCode(401).body("detail", not(containsString(project)));
    assertThat(builds()).isZero();
  }

  @Test
  void a_missing_token_a_project_that_is_not_there_and_another_form_are_answered_alike() {
    // When
    String missing = send(payload("push"), Map.of()).statusCode(401).extract().asString();
    String noProject =
        given()
            .header("X-Gitlab-Token", secret)
            .body(payload("push"))
            .post("/hooks/gitlab/nobody")
            .then()
            .statusCode(401)
            .extract()
            .asString();
    String otherForm =
        given()
            .header("X-Gitlab-Token", secret)
            .body(payload("push"))
            .post("/hooks/github/" + project)
            .then()
            .statusCode(401)
            .extract()
            .asString();
    // Then
    assertThat(noProject).isEqualTo(missing);
    assertThat(otherForm).isEqualTo(missing);
  }

  @Test
  void calls_that_are_wrongly_signed_are_counted() {
    // When
    send(payload("push"), Map.of("X-Gitlab-Token", "wrong"));
    // Then
    as("viewer").get("/api/projects/" + project + "/webhook").then().body("refused", equalTo(1));
  }

  @Test
  void another_repository_is_ignored_with_a_note() {
    // When
    ValidatableResponse answer =
        send(
            payload("push").replace("mike/diaspora", "mike/other"),
            Map.of("X-Gitlab-Token", secret));
    // Then
    answer.statusCode(200).body("note", containsString("mike/other"));
  }

  @Test
  void a_branch_that_the_triggers_do_not_name_is_ignored_with_a_note() {
    // When
    ValidatableResponse answer =
        send(payload("push").replace("refs/heads/master", "refs/heads/topic"), signed());
    // Then
    answer.statusCode(200).body("result", equalTo("ignored")).body("note", containsString("topic"));
  }

  @Test
  void a_deleted_branch_is_ignored() {
    // Given
    String deleted =
        payload("push")
            .replace("\"after\": \"" + COMMIT, "\"after\": \"" + "0".repeat(40))
            .replace("\"checkout_sha\": \"" + COMMIT + "\"", "\"checkout_sha\": null");
    // When
    ValidatableResponse answer = send(deleted, signed());
    // Then
    answer.statusCode(200).body("note", containsString("deleted"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[ci skip]", "[skip ci]", "[Skip CI]"})
  void a_commit_that_asks_to_be_skipped_is(String words) {
    // When
    ValidatableResponse answer =
        send(payload("push").replace("fixed readme", "fixed " + words), signed());
    // Then
    answer.statusCode(200).body("note", containsString("asks to be skipped"));
  }

  @Test
  void an_event_that_is_never_built_is_ignored() {
    // When
    ValidatableResponse answer = send("{\"object_kind\": \"pipeline\", \"project\": {}}", signed());
    // Then
    answer.statusCode(200).body("result", equalTo("ignored"));
  }

  @Test
  void what_is_not_json_is_refused() {
    assertThat(send("ref=main", signed()).extract().statusCode()).isEqualTo(400);
    assertThat(send("[]", signed()).extract().statusCode()).isEqualTo(400);
    assertThat(send("", signed()).extract().statusCode()).isEqualTo(400);
    assertThat(send("{\"a\":".repeat(100_000), signed()).extract().statusCode()).isEqualTo(400);
  }

  @Test
  void a_huge_body_is_refused() {
    // When
    ValidatableResponse answer = send("x".repeat((5 << 20) + 1), signed());
    // Then
    answer.statusCode(413).body("type", equalTo("urn:laas-soa:problem:too-large"));
  }

  @Test
  void what_came_in_is_listed_without_the_payload() {
    // Given
    call("push");
    send(payload("push").replace("refs/heads/master", "refs/heads/topic"), signed());
    // When
    ValidatableResponse list =
        as("viewer").get("/api/projects/" + project + "/webhook/deliveries").then();
    // Then
    list.statusCode(200)
        .body("total", equalTo(2))
        .body("items[0].result", equalTo("ignored"))
        .body("items[0].ref", equalTo("topic"))
        .body("items[1].result", equalTo("built"))
        .body("items[1].commit", equalTo(COMMIT))
        .body("items[1].caused_by", equalTo("John Smith"));
    assertThat(list.extract().asString()).doesNotContain(secret, "john@example.com");
  }

  @Test
  void the_secret_is_shown_nowhere() {
    // When
    String shown =
        as("admin").get("/api/projects/" + project + "/webhook").asString()
            + as("admin").get("/api/projects/" + project).asString();
    // Then
    assertThat(shown).doesNotContain(secret);
  }

  @Test
  void a_removed_hook_is_removed_at_the_host_and_its_calls_are_refused() {
    // Given
    gitlab.serve("DELETE /api/v4/projects/mike%2Fdiaspora/hooks/7", 204, "", Map.of());
    // When
    as("admin").delete("/api/projects/" + project + "/webhook").then().statusCode(204);
    // Then
    assertThat(gitlab.calls("DELETE")).hasSize(1);
    call("push").statusCode(401);
    as("viewer").get("/api/projects/" + project + "/webhook").then().statusCode(404);
  }

  @Test
  void a_host_that_refuses_the_registration_is_told_in_words() {
    // Given
    gitlab.serve(
        "POST /api/v4/projects/mike%2Fdiaspora/hooks",
        403, "{\"message\":\"403 Forbidden gl-token\"}", Map.of());
    // When
    ValidatableResponse answer =
        as("admin").body("{}").post("/api/projects/" + project + "/webhook").then();
    // Then
    answer
        .statusCode(422)
        .body("type", equalTo("urn:laas-soa:problem:git-host-failed"))
        .body("detail", containsString("the token may not do this"))
        .body("detail", not(containsString("gl-token")));
    call("push").statusCode(202);
  }

  @Test
  void by_hand_address_and_secret_are_shown_once() {
    // When
    String shown =
        as("admin")
            .body("{\"manual\": true}")
            .post("/api/projects/" + project + "/webhook")
            .then()
            .statusCode(201)
            .body("host_id", nullValue())
            .extract()
            .path("secret");
    // Then
    send(payload("push"), Map.of("X-Gitlab-Token", shown)).statusCode(202);
    call("push").statusCode(401);
  }

  private void putProject(String triggers) {
    put(
            "projects/" + project,
            """
            {"git_server":"%1$s","repository":"mike/diaspora.git","build_configuration":"hooks",
             "triggers":%2$s}
            """
                .formatted(project, triggers))
        .statusCode(201);
  }

  private int builds() {
    return as("viewer").get("/api/builds?project=" + project).then().extract().path("total");
  }

  private Map<String, String> signed() {
    return Map.of("X-Gitlab-Token", secret);
  }

  private ValidatableResponse call(String event) {
    return send(payload(event), signed());
  }

  private ValidatableResponse send(String body, Map<String, String> headers) {
    return given()
        .contentType("application/json")
        .header("X-Gitlab-Event", "Push Hook")
        .header("X-Gitlab-Event-UUID", UUID.randomUUID().toString())
        .headers(headers)
        .body(body)
        .post("/hooks/gitlab/" + project)
        .then();
  }

  private static String payload(String event) {
    return FakeGitHost.resource("gitlab/hooks/" + event + ".json");
  }
}
