package org.laassoa.server.githook;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.githost.FakeGitHost;

/** Hooks whose body is signed: Gitea's, GitHub's, and those of anything else. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
@WithTestResource(PublicUrl.class)
class SignedHooksQuarkusTest {
  private final String project = "s" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void a_push_at_gitea_starts_a_build() {
    // Given
    String secret = register("gitea", "gitea/webhooks");
    String body = FakeGitHost.resource("gitea/hooks/push.json");
    // When
    ValidatableResponse answer =
        send("gitea", "push", "X-Gitea-Signature", hmac(secret, body), body);
    // Then
    answer.statusCode(202).body("build", notNullValue());
    send("gitea", "push", "X-Gitea-Signature", hmac(secret, body), body)
        .statusCode(200)
        .body("result", equalTo("repeated"));
  }

  @Test
  void a_pull_request_at_gitea_starts_a_build() {
    // Given
    String secret = register("gitea", "gitea/webhooks");
    String body = FakeGitHost.resource("gitea/hooks/pull_request.json");
    // When
    ValidatableResponse answer =
        send("gitea", "pull_request", "X-Gitea-Signature", hmac(secret, body), body);
    // Then
    int build = answer.statusCode(202).extract().path("build");
    as("viewer")
        .get("/api/builds/" + build)
        .then()
        .body("ref", equalTo("topic"))
        .body("requested_by", equalTo("webhook gitea: Gitea"));
  }

  @Test
  void a_push_at_github_starts_a_build() {
    // Given
    String secret = register("github", "codertocat/hello-world");
    String body = FakeGitHost.resource("github/hooks/push.json");
    // When
    ValidatableResponse answer = github("push", secret, body);
    // Then
    int build = answer.statusCode(202).extract().path("build");
    as("viewer").get("/api/builds/" + build).then().body("ref", equalTo("main"));
  }

  @Test
  void a_pull_request_at_github_starts_a_build_unless_it_is_closed() {
    // Given
    String secret = register("github", "Codertocat/Hello-World");
    String body = FakeGitHost.resource("github/hooks/pull_request.json");
    // When
    ValidatableResponse closed =
        github("pull_request", secret, body.replace("\"opened\"", "\"closed\""));
    // Then
    closed.statusCode(200).body("note", containsString("closed"));
    github("pull_request", secret, body).statusCode(202);
  }

  @Test
  void githubs_ping_is_answered_with_a_note() {
    // Given
    String secret = register("github", "Codertocat/Hello-World");
    // When
    ValidatableResponse answer = github("ping", secret, "{\"zen\": \"Speak like a human.\"}");
    // Then
    answer.statusCode(200).body("result", equalTo("ignored"));
  }

  @Test
  void a_changed_body_or_another_secret_is_refused() {
    // Given
    String secret = register("github", "Codertocat/Hello-World");
    String body = FakeGitHost.resource("github/hooks/push.json");
    String signature = "sha256=" + hmac(secret, body);
    // Then
    send("github", "push", "X-Hub-Signature-256", signature, body + " ").statusCode(401);
    send("github", "push", "X-Hub-Signature-256", hmac(secret, body), body).statusCode(401);
    send("github", "push", "X-Hub-Signature", signature, body).statusCode(401);
    github("push", "another", body).statusCode(401);
  }

  @Test
  void a_git_hook_of_ones_own_can_start_a_build() {
    // Given
    String secret = register("generic", "team/app");
    String body =
        """
        {"ref":"refs/heads/main","after":"%s","user":"Jane\\nsecond line"}
        """
            .formatted("ab".repeat(20));
    // When
    ValidatableResponse answer =
        send("generic", "", "X-Hub-Signature-256", "sha256=" + hmac(secret, body), body);
    // Then
    int build = answer.statusCode(202).extract().path("build");
    as("viewer")
        .get("/api/builds/" + build)
        .then()
        .body("requested_by", equalTo("webhook generic: Jane second line"));
  }

  private String register(String kind, String repository) {
    put(
        "git-servers/" + project,
        "{\"kind\":\"%s\",\"address\":\"https://git.example\"}".formatted(kind));
    put("build-environments/hooks", "{\"image\":\"busybox:1\"}");
    put(
        "build-configurations/hooks",
        """
        {"build_environment":"hooks","files":{"compile.sh":"true"},"compile_script":"compile.sh"}
        """);
    put(
            "projects/" + project,
            """
            {"git_server":"%s","repository":"%s.git","build_configuration":"hooks",
             "triggers":{"push":["main","develop"],"merge_request":true}}
            """
                .formatted(project, repository))
        .statusCode(201);
    return as("admin")
        .body("{}")
        .post("/api/projects/" + project + "/webhook")
        .then()
        .statusCode(201)
        .extract()
        .path("secret");
  }

  private ValidatableResponse github(String event, String secret, String body) {
    return send("github", event, "X-Hub-Signature-256", "sha256=" + hmac(secret, body), body);
  }

  private ValidatableResponse send(
      String form, String event, String header, String signature, String body) {
    return given()
        .contentType("application/json")
        .header("X-GitHub-Event", event)
        .header("X-Gitea-Event", event)
        .header("X-GitHub-Delivery", UUID.randomUUID().toString())
        .header(header, signature)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/hooks/" + form + "/" + project)
        .then();
  }

  private static String hmac(String secret, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
