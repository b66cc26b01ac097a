package org.laassoa.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.people.PeopleApi.build;
import static org.laassoa.server.people.PeopleApi.by;
import static org.laassoa.server.people.PeopleApi.project;
import static org.laassoa.server.people.PeopleApi.token;
import static org.laassoa.server.people.PeopleApi.user;
import static org.laassoa.server.people.PeopleApi.with;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class ApiTokensQuarkusTest {

  @Inject MovableClock clock;
  @Inject Transactions transactions;

  @AfterEach
  void theTimeOfNow() {
    clock.reset();
  }

  @Test
  void a_token_is_shown_once_and_signs_in_until_it_expires() {
    String user = user("viewer");
    String token = token(user, "{\"name\": \"ci\", \"scopes\": [\"read\"]}");
    with(token)
        .get("/api/me")
        .then()
        .statusCode(200)
        .body("name", equalTo(user))
        .body("signed_in_by", equalTo("token"))
        .body("token.name", equalTo("ci"));
    by(user)
        .get("/api/me/tokens")
        .then()
        .body("items.name", contains("ci"))
        .body("items[0].token", nullValue());

    clock.advance(Duration.ofDays(90).plusSeconds(1));

    with(token).get("/api/me").then().statusCode(401);
  }

  @Test
  void the_table_holds_no_token() {
    String token = token(user("viewer"), "{\"name\": \"ci\", \"scopes\": [\"read\"]}");

    long found =
        transactions.run(
            connection ->
                RealPostgres.number(
                    connection,
                    "SELECT count(*) FROM api_tokens AS t WHERE position(? IN t::text) > 0",
                    token.substring(ApiTokens.PREFIX.length())));

    assertThat(token).startsWith("laas_pat_").hasSize(9 + 43);
    assertThat(found).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "viewer,    configure, 200, 403, 403",
    "developer, read,      200, 403, 403",
    "developer, configure, 200, 201, 403",
    "admin,     read,      200, 403, 403",
    "admin,     build,     200, 201, 403",
    "admin,     configure, 200, 201, 200"
  })
  void a_token_may_do_what_both_its_user_and_its_scope_may(
      String role, String scope, int look, int build, int configure) {
    String project = project();
    String token = token(user(role), "{\"name\": \"t\", \"scopes\": [\"" + scope + "\"]}");

    with(token).get("/api/git-servers").then().statusCode(look);
    with(token)
        .body("{\"ref\": \"main\"}")
        .post("/api/projects/" + project + "/builds")
        .then()
        .statusCode(build);
    with(token).get("/api/users").then().statusCode(configure);
  }

  @Test
  void a_token_for_some_projects_is_good_for_nothing_else() {
    String own = project();
    String foreign = project();
    int hidden = build(foreign);
    int shown = build(own);
    String token =
        token(
            user("admin"),
            """
            {"name": "t", "scopes": ["configure"], "projects": ["%s"]}
            """
                .formatted(own));

    with(token).get("/api/projects/" + own).then().statusCode(200);
    with(token).get("/api/builds/" + shown).then().statusCode(200);
    with(token).get("/api/projects/" + foreign).then().statusCode(404);
    with(token).get("/api/builds/" + hidden).then().statusCode(404);
    with(token).get("/api/git-servers").then().statusCode(403);
    with(token).get("/api/users").then().statusCode(403);
    with(token).body("{}").post("/api/projects").then().statusCode(403);
    with(token).get("/api/projects").then().statusCode(200).body("items.name", contains(own));
    with(token).get("/api/builds").then().statusCode(200).body("items.id", contains(shown));
  }

  @Test
  void a_token_whose_projects_are_gone_is_good_for_nothing() {
    String own = project();
    String token =
        token(
            user("admin"),
            "{\"name\": \"t\", \"scopes\": [\"configure\"], \"projects\": [\"" + own + "\"]}");
    as("admin").delete("/api/projects/" + own).then().statusCode(204);

    with(token).get("/api/git-servers").then().statusCode(403);
    with(token).get("/api/projects").then().statusCode(200).body("total", equalTo(0));
  }

  @Test
  void a_token_makes_no_token_and_changes_no_password_and_no_user() {
    String user = user("admin");
    String token = token(user, "{\"name\": \"t\", \"scopes\": [\"configure\"]}");

    with(token)
        .body("{\"name\": \"u\", \"scopes\": [\"read\"]}")
        .post("/api/me/tokens")
        .then()
        .statusCode(403);
    with(token)
        .body("{\"current_password\": \"x\", \"new_password\": \"another password\"}")
        .post("/api/me/password")
        .then()
        .statusCode(403);
    with(token)
        .body("{\"password\": \"another password\"}")
        .patch("/api/users/" + user)
        .then()
        .statusCode(403);
    with(token)
        .body("{\"role\": \"admin\", \"password\": \"another password\"}")
        .put("/api/users/" + PeopleApi.fresh("user"))
        .then()
        .statusCode(403);
  }

  @Test
  void a_revoked_token_is_refused_at_once_by_its_user_and_by_an_administrator() {
    String user = user("viewer");
    String first = token(user, "{\"name\": \"first\", \"scopes\": [\"read\"]}");
    String second = token(user, "{\"name\": \"second\", \"scopes\": [\"read\"]}");
    with(first).get("/api/me").then().statusCode(200);
    with(second).get("/api/me").then().statusCode(200);
    int secondId = by(user).get("/api/me/tokens").path("items[0].id");
    int firstId = by(user).get("/api/me/tokens").path("items[1].id");

    by(user).delete("/api/me/tokens/" + firstId).then().statusCode(204);
    as("admin").delete("/api/users/" + user + "/tokens/" + secondId).then().statusCode(204);

    with(first).get("/api/me").then().statusCode(401);
    with(second).get("/api/me").then().statusCode(401);
    as("admin").get("/api/users/" + user + "/tokens").then().body("total", equalTo(0));
  }

  @Test
  void somebody_elses_token_cannot_be_revoked_as_ones_own() {
    String user = user("viewer");
    token(user, "{\"name\": \"t\", \"scopes\": [\"read\"]}");
    int id = by(user).get("/api/me/tokens").path("items[0].id");

    by(user("viewer")).delete("/api/me/tokens/" + id).then().statusCode(404);
  }

  @Test
  void when_a_token_was_used_is_shown_soon_after() {
    String user = user("viewer");
    String token = token(user, "{\"name\": \"t\", \"scopes\": [\"read\"]}");
    with(token).get("/api/me").then().statusCode(200);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                by(user)
                    .get("/api/me/tokens")
                    .then()
                    .body("items[0].last_used_at", notNullValue()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"scopes\": [\"read\"]}",
        "{\"name\": \"t\", \"scopes\": []}",
        "{\"name\": \"t\"}",
        "{\"name\": \"t\", \"scopes\": [\"everything\"]}",
        "{\"name\": \"t\", \"scopes\": [null]}",
        "{\"name\": \"t\", \"scopes\": [\"read\"], \"projects\": []}",
        "{\"name\": \"t\", \"scopes\": [\"read\"], \"projects\": [\"no-such-project\"]}",
        "{\"name\": \"t\", \"scopes\": [\"read\"], \"projects\": [null]}",
        "{\"name\": \"t\", \"scopes\": [\"read\"], \"expires_at\": \"2001-01-01T00:00:00Z\"}",
        "{\"name\": \"t\", \"scopes\": [\"read\"], \"expires_at\": \"never\"}"
      })
  void a_token_that_cannot_be_is_refused(String request) {
    by(user("viewer")).body(request).post("/api/me/tokens").then().statusCode(400);
  }

  @Test
  void a_token_lasts_366_days_at_most() {
    Instant tooLate = Instant.now().plus(Duration.ofDays(367));

    by(user("viewer"))
        .body("{\"name\": \"t\", \"scopes\": [\"read\"], \"expires_at\": \"" + tooLate + "\"}")
        .post("/api/me/tokens")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("expires_at"));
  }

  @Test
  void a_users_token_is_no_agents_token_and_the_other_way_round() {
    String token = token(user("admin"), "{\"name\": \"t\", \"scopes\": [\"configure\"]}");

    with(token).body("{}").post("/consume_action").then().statusCode(401);
    with("laas-agent-unknown").get("/api/me").then().statusCode(401);
  }
}
