package org.laassoa.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.agentwire.AgentCalls;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class WebhookQuarkusTest {

  private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String SECRET = "whsec_" + KEY;

  private final WebhookReceiver receiver = new WebhookReceiver();

  @BeforeEach
  void oneProjectAndAnEmptyQueue() {
    put("git-servers/hooks", "{\"address\":\"https://git.example\"}");
    put("build-environments/hooks", "{\"image\":\"busybox:1\"}");
    put(
        "build-configurations/hooks",
        """
        {"build_environment":"hooks","files":{"compile.sh":"true"},"compile_script":"compile.sh"}
        """);
    put(
        "projects/hooks",
        """
        {"repository":"team/app.git","git_server":"hooks","build_configuration":"hooks"}
        """);
    AgentCalls.emptyQueue();
  }

  @AfterEach
  void noWebhooks() {
    receiver.close();
    List<String> names = as("admin").get("/api/webhooks").then().extract().path("items.name");
    names.forEach(name -> as("admin").delete("/api/webhooks/" + name).then().statusCode(204));
  }

  @Test
  void each_state_of_a_build_is_told_in_order_and_signed() throws Exception {
    webhook("all", receiver.url(), "[\"queued\", \"running\", \"succeeded\"]");
    int build = build();

    AgentCalls agent = AgentCalls.joined();
    String taken = agent.takeOne();
    agent.call(
        "/consume_action",
        "{\"holding\": [{\"action_id\": \"%s\", \"attempt\": 1}]}".formatted(taken));
    agent.succeed(taken, 1);

    await().until(() -> receiver.received().size() == 3);
    assertThat(receiver.received())
        .extracting(call -> JsonPath.from(call.text()).getString("type"))
        .containsExactly("build.queued", "build.running", "build.succeeded");
    for (WebhookReceiver.Received call : receiver.received()) {
      assertThat(JsonPath.from(call.text()).getInt("data.build.id")).isEqualTo(build);
      assertThat(signedWith(KEY, call)).isTrue();
      assertThat(signedWith("AAAA" + KEY.substring(4), call)).isFalse();
    }
  }

  /** Written without the server's code: RFC 2104 by hand. */
  private static boolean signedWith(String key, WebhookReceiver.Received call) throws Exception {
    byte[] secret = Base64.getDecoder().decode(key);
    byte[] inner = new byte[64];
    byte[] outer = new byte[64];
    for (int i = 0; i < 64; i++) {
      byte b = i < secret.length ? secret[i] : 0;
      inner[i] = (byte) (b ^ 0x36);
      outer[i] = (byte) (b ^ 0x5c);
    }
    String signed = call.header("webhook-id") + "." + call.header("webhook-timestamp") + ".";
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    sha.update(inner);
    sha.update(signed.getBytes(StandardCharsets.UTF_8));
    byte[] digest = sha.digest(call.body());
    sha.update(outer);
    String expected = "v1," + Base64.getEncoder().encodeToString(sha.digest(digest));
    return call.header("webhook-signature").equals(expected);
  }

  @Test
  void what_was_not_taken_is_sent_again_with_the_same_id() {
    receiver.answering(500, 503);
    webhook("again", receiver.url(), "[\"queued\"]");

    build();

    await().until(() -> receiver.received().size() == 3);
    assertThat(receiver.received().stream().map(call -> call.header("webhook-id")).distinct())
        .hasSize(1);
    await()
        .untilAsserted(
            () ->
                deliveries("again")
                    .body("items[0].state", equalTo("delivered"))
                    .body("items[0].tries.status", equalTo(List.of(500, 503, 204)))
                    .body("items[0].tries[0].problem", equalTo("it answered 500")));
  }

  @Test
  void a_target_that_does_not_answer_holds_up_no_other() {
    try (WebhookReceiver silent = new WebhookReceiver().silent()) {
      webhook("silent", silent.url(), "[\"queued\"]");
      webhook("quick", receiver.url(), "[\"queued\"]");

      build();

      await().until(() -> receiver.received().size() == 1 && silent.received().size() == 1);
      deliveries("silent").body("items[0].state", equalTo("pending"));
    }
  }

  @Test
  void a_redirect_elsewhere_is_not_followed() {
    try (WebhookReceiver other = new WebhookReceiver()) {
      receiver.answering(302).redirectingTo(other.url());
      webhook("redirected", receiver.url(), "[\"queued\"]");

      build();

      await()
          .untilAsserted(
              () ->
                  deliveries("redirected")
                      .body("items[0].state", equalTo("refused"))
                      .body("items[0].tries[0].problem", containsString("redirect")));
      assertThat(other.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest",
        "http://[fe80::1]/",
        "http://0.0.0.0/",
        "http://2852039166/",
        "ftp://files.example/",
        "https://user:pass@chat.example/",
        "https:///hook",
        "not an address"
      })
  void an_address_that_leads_where_nobody_may_call_is_refused(String url) {
    put(
            "webhooks/refused",
            """
            {"url": "%s", "secret": "%s"}
            """
                .formatted(url, SECRET))
        .statusCode(400)
        .body("errors[0].field", equalTo("url"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"short\"", "\"whsec_c2hvcnQ=\"", "\"whsec_!\"", "null"})
  void a_webhook_without_a_good_secret_is_refused(String secret) {
    put(
            "webhooks/unsigned",
            """
            {"url": "https://chat.example/hook", "secret": %s}
            """
                .formatted(secret))
        .statusCode(400)
        .body("errors[0].field", equalTo("secret"));
  }

  @Test
  void a_ping_is_sent_and_redelivered_by_hand() {
    webhook("pinged", receiver.url(), "[\"failed\"]");

    int delivery =
        as("admin")
            .post("/api/webhooks/pinged/test")
            .then()
            .statusCode(202)
            .extract()
            .path("delivery");

    await()
        .untilAsserted(
            () -> deliveries("pinged").body("items.state", equalTo(List.of("delivered"))));
    as("admin")
        .post("/api/webhooks/pinged/deliveries/" + delivery + "/redeliver")
        .then()
        .statusCode(202);
    await().until(() -> receiver.received().size() == 2);
    assertThat(receiver.received().get(1).body()).isEqualTo(receiver.received().get(0).body());
    as("admin").post("/api/webhooks/pinged/deliveries/99999999/redeliver").then().statusCode(404);
    as("admin").post("/api/webhooks/none/test").then().statusCode(404);
  }

  @Test
  void the_secret_is_in_no_answer_no_delivery_and_no_log() {
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler listener = listeningTo(logged);
    receiver.answering(500);
    webhook("secretive", receiver.url(), "[\"queued\"]");

    build();

    await().until(() -> receiver.received().size() == 2);
    await()
        .untilAsserted(
            () ->
                deliveries("secretive")
                    .body("items.state", hasItems("delivered"))
                    .body(not(containsString(KEY))));
    as("admin").get("/api/webhooks/secretive").then().body(not(containsString(KEY)));
    as("admin").get("/api/webhooks/secretive/history").then().body(not(containsString(KEY)));
    LogManager.getLogManager().getLogger("").removeHandler(listener);
    assertThat(logged).noneMatch(line -> line.contains(KEY));
  }

  private static Handler listeningTo(List<String> lines) {
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(line.getMessage() + " " + line.getThrown());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    LogManager.getLogManager().getLogger("").addHandler(handler);
    return handler;
  }

  @Test
  void the_deliveries_are_for_administrators() {
    webhook("closed", receiver.url(), "[\"queued\"]");

    as("viewer").get("/api/webhooks/closed/deliveries").then().statusCode(403);
    as("developer").post("/api/webhooks/closed/test").then().statusCode(403);
  }

  @Test
  void a_project_that_a_webhook_names_is_not_deleted() {
    webhook("named", receiver.url(), "[\"queued\"]");

    as("admin")
        .delete("/api/projects/hooks")
        .then()
        .statusCode(409)
        .body("used_by", hasItems("webhook named"));
  }

  private static void webhook(String name, String url, String events) {
    put(
            "webhooks/" + name,
            """
            {"url": "%s", "secret": "%s", "events": %s, "projects": ["hooks"]}
            """
                .formatted(url, SECRET, events))
        .statusCode(201);
  }

  private static int build() {
    return as("developer")
        .body("{\"ref\": \"main\"}")
        .post("/api/projects/hooks/builds")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static io.restassured.response.ValidatableResponse deliveries(String webhook) {
    return as("admin").get("/api/webhooks/" + webhook + "/deliveries").then().statusCode(200);
  }
}
