package org.laassoa.server.people;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.people.PeopleApi.build;
import static org.laassoa.server.people.PeopleApi.by;
import static org.laassoa.server.people.PeopleApi.grant;
import static org.laassoa.server.people.PeopleApi.project;
import static org.laassoa.server.people.PeopleApi.user;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;

/** What a role on one project gives, and what it does not. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class GrantsQuarkusTest {

  private String own = "";
  private String foreign = "";
  private String user = "";

  @BeforeEach
  void aDeveloperOfOneOfTwoProjects() {
    own = project();
    foreign = project();
    user = user(null);
    grant(own, user, "developer");
  }

  @Test
  void a_grant_is_shown_where_it_is_and_to_whom_it_is() {
    as("admin")
        .get("/api/projects/" + own + "/grants")
        .then()
        .statusCode(200)
        .body("items.user", contains(user))
        .body("items.role", contains("developer"));

    by(user)
        .get("/api/me")
        .then()
        .statusCode(200)
        .body("role", nullValue())
        .body("grants.project", contains(own))
        .body("grants.role", contains("developer"));
  }

  @Test
  void who_configures_a_project_has_no_other_built_after_it_that_is_not_his_to_build() {
    grant(own, user, "admin");
    String follow = "{\"downstream\": [{\"project\": \"%s\", \"ref\": \"main\"}]}";

    by(user)
        .contentType("application/merge-patch+json")
        .body(follow.formatted(foreign))
        .patch("/api/projects/" + own)
        .then()
        .statusCode(400)
        .body("errors[0].message", equalTo("names something that does not exist"));

    grant(foreign, user, "viewer");
    by(user)
        .contentType("application/merge-patch+json")
        .body(follow.formatted(foreign))
        .patch("/api/projects/" + own)
        .then()
        .statusCode(400)
        .body("errors[0].message", equalTo("names what your role may not build"));

    grant(foreign, user, "developer");
    by(user)
        .contentType("application/merge-patch+json")
        .body(follow.formatted(foreign))
        .patch("/api/projects/" + own)
        .then()
        .statusCode(200);
  }

  @Test
  void a_developer_of_a_project_builds_it_and_follows_its_builds() {
    int id =
        by(user)
            .body("{\"ref\": \"main\"}")
            .post("/api/projects/" + own + "/builds")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    by(user).get("/api/builds/" + id).then().statusCode(200);
    by(user).get("/api/builds/" + id + "/log").then().statusCode(200);
    by(user).post("/api/builds/" + id + "/cancel").then().statusCode(202);
    by(user).post("/api/builds/" + id + "/retry").then().statusCode(201);
  }

  @Test
  void a_developer_of_a_project_does_not_configure_it() {
    by(user).delete("/api/projects/" + own).then().statusCode(403);
    by(user).get("/api/projects/" + own + "/grants").then().statusCode(403);
  }

  @Test
  void another_project_answers_as_one_that_is_not_there() {
    int build = build(foreign);

    for (String path : new String[] {"", "/grants", "/history"}) {
      Response hidden = by(user).get("/api/projects/" + foreign + path);
      Response missing = by(user).get("/api/projects/no-such-project" + path);
      hidden.then().statusCode(404);
      Assertions.assertThat(hidden.asString()).isEqualTo(missing.asString());
    }
    for (String path : new String[] {"", "/log", "/log/stream"}) {
      Response hidden = by(user).get("/api/builds/" + build + path);
      Response missing = by(user).get("/api/builds/999999999" + path);
      hidden.then().statusCode(404);
      Assertions.assertThat(hidden.asString()).isEqualTo(missing.asString());
    }
    by(user).body("{}").put("/api/projects/" + foreign).then().statusCode(404);
    by(user).delete("/api/projects/" + foreign).then().statusCode(404);
    by(user)
        .body("{\"ref\": \"main\"}")
        .post("/api/projects/" + foreign + "/builds")
        .then()
        .statusCode(404);
    by(user).post("/api/builds/" + build + "/cancel").then().statusCode(404);
    by(user).post("/api/builds/" + build + "/retry").then().statusCode(404);
  }

  @Test
  void lists_and_their_totals_show_only_what_may_be_seen() {
    build(foreign);
    int shown = build(own);

    by(user)
        .get("/api/projects")
        .then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items.name", contains(own));
    by(user)
        .get("/api/builds")
        .then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items.id", contains(shown));
    by(user).get("/api/builds?project=" + foreign).then().statusCode(200).body("total", equalTo(0));
    by(user).get("/api/projects?q=" + foreign).then().statusCode(200).body("total", equalTo(0));
  }

  @Test
  void who_may_see_nothing_sees_empty_lists() {
    String nobody = user(null);

    by(nobody).get("/api/projects").then().statusCode(200).body("total", equalTo(0));
    by(nobody).get("/api/builds").then().statusCode(200).body("total", equalTo(0));
    by(nobody).get("/api/agents").then().statusCode(403);
  }

  @Test
  void many_builds_at_once_go_by_the_role_on_each_project() {
    String seen = project();
    grant(seen, user, "viewer");

    batch(own).then().statusCode(201).body("builds.project", contains(own));
    batch(own, foreign)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("builds[1].project"))
        .body("errors[0].message", equalTo("names no project"));
    batch(own, seen).then().statusCode(403);
  }

  @Test
  void the_higher_of_role_and_grant_counts() {
    String viewer = user("viewer");
    grant(own, viewer, "admin");

    by(viewer).get("/api/projects/" + own + "/grants").then().statusCode(200);
    by(viewer).get("/api/projects/" + foreign).then().statusCode(200);
    by(viewer).get("/api/projects/" + foreign + "/grants").then().statusCode(403);
    by(viewer).get("/api/projects?size=500").then().body("items.name", hasItem(foreign));
    by(viewer).body("{\"name\": \"x\"}").post("/api/projects").then().statusCode(403);
  }

  @Test
  void a_grant_that_is_taken_away_counts_at_once() {
    by(user).get("/api/projects/" + own).then().statusCode(200);

    as("admin").delete("/api/projects/" + own + "/grants/" + user).then().statusCode(204);

    by(user).get("/api/projects/" + own).then().statusCode(404);
  }

  @Test
  void a_project_made_anew_under_the_same_name_is_another_one() {
    int build = build(own);
    as("admin").delete("/api/projects/" + own).then().statusCode(204);
    as("admin")
        .body("{\"repository\":\"team/app.git\",\"build_configuration\":\"" + own + "\"}")
        .put("/api/projects/" + own)
        .then()
        .statusCode(201);
    // The grant went with the former project; another change has this server read again.
    user(null);

    by(user).get("/api/projects/" + own).then().statusCode(404);
    by(user).get("/api/builds/" + build).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/projects/%s/../../users",
        "/api/projects/%s/%%2e%%2e/%%2e%%2e/users",
        "/api/projects/%s;/../../users",
        "/api/projects/%s//../../../users",
        "/api//users",
        "/api/projects/%s/..%%2f..%%2fusers"
      })
  void a_path_with_tricks_gives_no_role_elsewhere(String path) {
    grant(own, user, "admin");

    int status = by(user).urlEncodingEnabled(false).get(path.formatted(own)).statusCode();

    Assertions.assertThat(status).isIn(400, 403, 404);
  }

  @Test
  void a_grant_names_a_user_and_a_role_that_there_are() {
    as("admin")
        .body("{\"role\": \"viewer\"}")
        .put("/api/projects/" + own + "/grants/no-such-user")
        .then()
        .statusCode(404);
    as("admin")
        .body("{\"role\": \"owner\"}")
        .put("/api/projects/" + own + "/grants/" + user)
        .then()
        .statusCode(400);
    as("admin")
        .body("{\"role\": \"viewer\"}")
        .put("/api/projects/no-such-project/grants/" + user)
        .then()
        .statusCode(404);
    as("admin")
        .get("/api/projects/" + own + "/grants")
        .then()
        .body("items.role", containsInAnyOrder("developer"));
  }

  private Response batch(String... projects) {
    String items =
        String.join(
            ",",
            Arrays.stream(projects)
                .map(name -> "{\"project\": \"" + name + "\", \"ref\": \"main\"}")
                .toList());
    return by(user).body("{\"builds\": [" + items + "]}").post("/api/builds");
  }
}
