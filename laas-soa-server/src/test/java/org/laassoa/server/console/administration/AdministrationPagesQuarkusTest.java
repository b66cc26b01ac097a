package org.laassoa.server.console.administration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.laassoa.server.people.PeopleApi.PASSWORD;
import static org.laassoa.server.people.PeopleApi.token;
import static org.laassoa.server.people.PeopleApi.user;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class AdministrationPagesQuarkusTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/administration",
        "/administration/users",
        "/administration/tokens",
        "/administration/audit",
        "/administration/retention",
        "/administration/health",
        "/new/user"
      })
  void pages_are_for_administrators(String path) {
    page(user("developer"), path).statusCode(403);

    page(user("admin"), path).statusCode(200);
  }

  @Test
  void everybody_sees_their_own_account_and_their_tokens_without_what_they_are() {
    String viewer = user("viewer");
    String secret = token(viewer, "{\"name\": \"pipeline\", \"scopes\": [\"read\"]}");

    page(viewer, "/account")
        .statusCode(200)
        .body(containsString("pipeline"))
        .body(containsString("/api/me/tokens/"))
        .body(not(containsString(secret)));
  }

  @Test
  void an_administrator_can_revoke_the_tokens_of_all() {
    String viewer = user("viewer");
    String secret = token(viewer, "{\"name\": \"pipeline\", \"scopes\": [\"read\"]}");

    page(user("admin"), "/administration/tokens")
        .statusCode(200)
        .body(containsString("/api/users/" + viewer + "/tokens/"))
        .body(not(containsString(secret)));
  }

  @Test
  void a_user_is_shown_with_their_role() {
    String developer = user("developer");

    page(user("admin"), "/administration/users/" + developer)
        .statusCode(200)
        .body(containsString("<option value=\"developer\" selected>"));
  }

  @Test
  void the_audit_trail_is_narrowed_and_taken_out_the_same_way() {
    String name = user("viewer");

    page(user("admin"), "/administration/audit?action=putUser&subject=users/" + name)
        .statusCode(200)
        .body(containsString("users/" + name))
        .body(not(containsString("<code>signIn</code>")))
        .body(containsString("/api/audit/export?action=putUser"));
  }

  @Test
  void a_day_that_is_none_is_the_readers_mistake() {
    page(user("admin"), "/administration/audit?from=yesterday").statusCode(400);
  }

  @Test
  void retention_names_the_settings() {
    page(user("admin"), "/administration/retention")
        .body(containsString("LAAS_RETENTION_BUILDS"))
        .body(containsString("365 days"));
  }

  private static ValidatableResponse page(String user, String path) {
    return given().auth().preemptive().basic(user, PASSWORD).accept("text/html").get(path).then();
  }
}
