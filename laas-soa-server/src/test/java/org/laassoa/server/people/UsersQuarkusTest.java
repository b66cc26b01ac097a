package org.laassoa.server.people;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.people.PeopleApi.PASSWORD;
import static org.laassoa.server.people.PeopleApi.browser;
import static org.laassoa.server.people.PeopleApi.by;
import static org.laassoa.server.people.PeopleApi.fresh;
import static org.laassoa.server.people.PeopleApi.token;
import static org.laassoa.server.people.PeopleApi.user;
import static org.laassoa.server.people.PeopleApi.with;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class UsersQuarkusTest {

  @Test
  void a_user_is_created_found_by_filter_and_never_shown_with_the_password() {
    String name = fresh("user");
    as("admin")
        .body(
            """
            {"name": "%s", "display_name": "Lin Wei", "role": "developer", "password": "%s"}
            """
                .formatted(name, PASSWORD))
        .post("/api/users")
        .then()
        .statusCode(201)
        .body("password", nullValue())
        .body("role", equalTo("developer"));

    as("admin")
        .queryParam("q", name)
        .queryParam("role", "developer")
        .queryParam("disabled", "false")
        .get("/api/users")
        .then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items[0].display_name", equalTo("Lin Wei"));
    by(name).get("/api/me").then().statusCode(200).body("signed_in_by", equalTo("password"));
  }

  @Test
  void a_name_that_is_taken_is_refused() {
    String name = user("viewer");

    as("admin")
        .body("{\"name\": \"%s\", \"password\": \"%s\"}".formatted(name, PASSWORD))
        .post("/api/users")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:laas-soa:problem:name-taken"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "lin-the-developer"})
  void a_short_password_and_the_name_itself_are_refused(String password) {
    as("admin")
        .body("{\"password\": \"" + password + "\"}")
        .put("/api/users/lin-the-developer")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("password"));
  }

  @Test
  void a_password_of_201_characters_is_refused() {
    as("admin")
        .body("{\"password\": \"" + "x".repeat(201) + "\"}")
        .put("/api/users/" + fresh("user"))
        .then()
        .statusCode(400);
  }

  @Test
  void a_patch_changes_what_it_names_and_null_takes_the_role_away() {
    String name = user("developer");
    as("admin")
        .body("{\"display_name\": \"New\"}")
        .patch("/api/users/" + name)
        .then()
        .statusCode(200)
        .body("role", equalTo("developer"));

    as("admin")
        .body("{\"role\": null}")
        .patch("/api/users/" + name)
        .then()
        .statusCode(200)
        .body("role", nullValue())
        .body("display_name", equalTo("New"));
    by(name).get("/api/git-servers").then().statusCode(403);
  }

  @Test
  void the_last_administrator_stays() {
    user("admin");
    List<String> admins = as("admin").get("/api/users?role=admin&size=500").path("items.name");
    for (String other : admins) {
      if (!other.equals("admin")) {
        as("admin").delete("/api/users/" + other).then().statusCode(204);
      }
    }

    as("admin")
        .body("{\"disabled\": true}")
        .patch("/api/users/admin")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:laas-soa:problem:last-admin"));
    as("admin").body("{\"role\": \"viewer\"}").patch("/api/users/admin").then().statusCode(409);
    as("admin").body("{\"role\": null}").put("/api/users/admin").then().statusCode(409);
    as("admin").delete("/api/users/admin").then().statusCode(409);
    by("admin", "test").get("/api/users").then().statusCode(200);
  }

  @Test
  void one_who_is_disabled_is_out_at_once_with_whatever_they_show() {
    String name = user("developer");
    String token = token(name, "{\"name\": \"t\", \"scopes\": [\"read\"]}");
    var browser = browser(name);
    by(name).get("/api/projects").then().statusCode(200);
    with(token).get("/api/projects").then().statusCode(200);
    browser.cookieOnly().get("/api/projects").then().statusCode(200);

    as("admin").body("{\"disabled\": true}").patch("/api/users/" + name).then().statusCode(200);

    by(name).get("/api/projects").then().statusCode(401);
    with(token).get("/api/projects").then().statusCode(401);
    browser.cookieOnly().get("/api/projects").then().statusCode(401);
  }

  @Test
  void one_who_is_deleted_is_out_at_once_and_their_name_brings_nothing_back() {
    String name = user("developer");
    String token = token(name, "{\"name\": \"t\", \"scopes\": [\"read\"]}");
    var browser = browser(name);
    as("admin").delete("/api/users/" + name).then().statusCode(204);
    by(name).get("/api/projects").then().statusCode(401);

    as("admin")
        .body("{\"role\": \"developer\", \"password\": \"another password\"}")
        .put("/api/users/" + name)
        .then()
        .statusCode(201);

    by(name).get("/api/projects").then().statusCode(401);
    with(token).get("/api/projects").then().statusCode(401);
    browser.cookieOnly().get("/api/projects").then().statusCode(401);
    by(name, "another password").get("/api/projects").then().statusCode(200);
  }

  @Test
  void who_changes_their_password_is_signed_out_and_the_old_one_is_no_good() {
    String name = user("viewer");
    var browser = browser(name);

    browser
        .request()
        .body(
            """
            {"current_password": "%s", "new_password": "another password"}
            """
                .formatted(PASSWORD))
        .post("/api/me/password")
        .then()
        .statusCode(204);

    browser.cookieOnly().get("/api/me").then().statusCode(401);
    by(name).get("/api/me").then().statusCode(401);
    by(name, "another password").get("/api/me").then().statusCode(200);
  }

  @Test
  void who_does_not_know_the_current_password_does_not_change_it() {
    String name = user("viewer");

    by(name)
        .body("{\"current_password\": \"wrong\", \"new_password\": \"another password\"}")
        .post("/api/me/password")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("current_password"));
    by(name).get("/api/me").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00", "..", "no-such-user", "a%2Fb"})
  void a_user_who_is_not_there_is_not_found(String name) {
    as("admin").urlEncodingEnabled(false).get("/api/users/" + name).then().statusCode(404);
    as("admin").urlEncodingEnabled(false).delete("/api/users/" + name).then().statusCode(404);
    as("admin")
        .urlEncodingEnabled(false)
        .get("/api/users/" + name + "/tokens")
        .then()
        .statusCode(404);
  }

  @Test
  void a_list_has_pages() {
    user("viewer");
    user("viewer");

    as("admin")
        .get("/api/users?size=1&page=1&q=user-")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items.name", not(hasItem("admin")));
  }
}
