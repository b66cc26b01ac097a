package org.laassoa.server.console.configuration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.laassoa.server.people.PeopleApi.PASSWORD;
import static org.laassoa.server.people.PeopleApi.fresh;
import static org.laassoa.server.people.PeopleApi.user;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.configuration.ConfigurationApi;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class ConfigurationPagesQuarkusTest {

  private static final String CANARY = "canary-4711-never-shown";

  @Test
  void without_a_session_a_page_leads_to_the_sign_in() {
    given()
        .redirects()
        .follow(false)
        .accept("text/html")
        .get("/configuration/git-servers")
        .then()
        .statusCode(303)
        .header("Location", containsString("/sign-in?to=%2Fconfiguration%2Fgit-servers"));
  }

  @ParameterizedTest
  @EnumSource
  void an_administrator_sees_list_and_form_of_every_kind(Section section) {
    String admin = user("admin");

    page(admin, "/configuration/" + section.slug()).statusCode(200);

    page(admin, "/new/" + section.one())
        .statusCode(200)
        .body(containsString("data-path=\"" + section.api()));
  }

  @Test
  void a_viewer_sees_an_entry_and_is_offered_no_change() {
    String name = gitServer();
    String viewer = user("viewer");

    page(viewer, "/configuration/git-servers/" + name)
        .statusCode(200)
        .body(containsString("https://git.example.org"))
        .body(not(containsString("<form")))
        .body(not(containsString("data-api-method=\"delete\" data-api-path=\"/api/git")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/new/git-server", "/configuration/secrets", "/configuration/file"})
  void what_is_for_administrators_is_refused_to_a_developer(String path) {
    page(user("developer"), path).statusCode(403);
  }

  @Test
  void what_is_not_there_is_not_found() {
    String admin = user("admin");

    page(admin, "/configuration/no-such-kind").statusCode(404);
    page(admin, "/configuration/git-servers/no-such-server").statusCode(404);
  }

  @Test
  void an_entry_that_is_used_says_by_whom_and_is_not_offered_for_deletion() {
    String name = fresh("used");
    ConfigurationApi.putProject(name);

    page(user("admin"), "/configuration/build-configurations/" + name)
        .statusCode(200)
        .body(containsString("href=\"/projects/" + name + "\""))
        .body(not(containsString("data-api-method=\"delete\" data-api-path=\"/api/build-c")));
  }

  @Test
  void a_list_of_parent_images_says_how_many_use_each() {
    String name = fresh("parent");
    ConfigurationApi.put("build-environments/" + name, "{\"image\": \"busybox:1\"}");
    ConfigurationApi.put(
            "parent-images/" + name,
            """
            {"build_environment": "%s", "files": {"Dockerfile": "FROM busybox:1"},
             "packaging": {"kind": "dockerfile", "file": "Dockerfile"}}
            """
                .formatted(name))
        .statusCode(201);
    ConfigurationApi.put(
            "build-configurations/" + name,
            "{\"build_environment\": \"%s\", \"parent_image\": \"%s\"}".formatted(name, name))
        .statusCode(201);

    page(user("viewer"), "/configuration/parent-images?q=" + name)
        .statusCode(200)
        .body(containsString("<td class=\"number\">1</td>"));
  }

  @Test
  void the_default_git_server_names_the_projects_that_name_none() {
    String name = fresh("default");
    String elsewhere = fresh("elsewhere");
    ConfigurationApi.put(
            "git-servers/" + name,
            "{\"address\": \"https://git.example.org\", \"is_default\": true}")
        .statusCode(201);
    ConfigurationApi.putProject(name);
    ConfigurationApi.putProject(elsewhere);
    ConfigurationApi.put(
            "projects/" + elsewhere,
            """
            {"repository": "https://example.com/app.git", "build_configuration": "%s"}
            """
                .formatted(elsewhere))
        .statusCode(200);

    ValidatableResponse shown = page(user("viewer"), "/configuration/git-servers/" + name);

    // No other test has a default.
    ConfigurationApi.as("admin").delete("/api/git-servers/" + name).then().statusCode(204);
    shown
        .body(containsString("href=\"/projects/" + name + "\""))
        .body(not(containsString("href=\"/projects/" + elsewhere + "\"")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/new/webhook", "/new/secret", "/account"})
  void projects_are_offered_where_they_are_named(String path) {
    String name = fresh("offered");
    ConfigurationApi.putProject(name);

    page(user("admin"), path).body(containsString("<option value=\"" + name + "\"></option>"));
  }

  @Test
  void the_form_carries_the_version_that_it_was_filled_from() {
    String name = gitServer();
    String admin = user("admin");
    String tag =
        given()
            .auth()
            .preemptive()
            .basic(admin, PASSWORD)
            .get("/api/git-servers/" + name)
            .header("ETag");

    page(admin, "/configuration/git-servers/" + name)
        .body(containsString("data-etag=\"" + tag.replace("\"", "&quot;") + "\""));
  }

  @Test
  void the_history_shows_what_changed() {
    String name = gitServer();
    ConfigurationApi.put(
            "git-servers/" + name, "{\"address\": \"https://other.example.org\", \"port\": 8443}")
        .statusCode(200);

    page(user("viewer"), "/configuration/git-servers/" + name + "/history")
        .statusCode(200)
        .body(containsString("https://git.example.org"))
        .body(containsString("https://other.example.org"))
        .body(containsString("8443"));
  }

  @Test
  void pages_are_in_chinese_for_who_wants_it() {
    given()
        .auth()
        .preemptive()
        .basic(user("admin"), PASSWORD)
        .accept("text/html")
        .header("Accept-Language", "zh-CN,zh;q=0.9")
        .get("/new/git-server")
        .then()
        .statusCode(200)
        .body(containsString("lang=\"zh-Hans\""))
        .body(containsString("添加 Git 服务器"))
        .body(containsString("密码或令牌"));
  }

  @Test
  void no_page_shows_a_stored_secret() {
    String admin = user("admin");
    String name = fresh("secretive");
    ConfigurationApi.put(
            "git-servers/" + name,
            "{\"address\": \"https://git.example.org\", \"password\": \"%s\", \"api_token\": \"%s\"}"
                .formatted(CANARY, CANARY))
        .statusCode(201);
    ConfigurationApi.put(
            "secrets/CANARY_" + name.replace('-', '_'),
            "{\"kind\": \"env\", \"value\": \"%s\"}".formatted(CANARY))
        .statusCode(201);
    ConfigurationApi.put("build-environments/" + name, "{\"image\": \"busybox:1\"}");
    ConfigurationApi.put(
            "build-configurations/" + name,
            """
            {"build_environment": "%s", "home_files": {".netrc": "%s"}}
            """
                .formatted(name, CANARY))
        .statusCode(201);

    for (String path :
        new String[] {
          "/configuration/git-servers/" + name,
          "/configuration/git-servers/" + name + "/history",
          "/configuration/git-servers",
          "/new/git-server?like=" + name,
          "/configuration/secrets",
          "/configuration/secrets/CANARY_" + name.replace('-', '_'),
          "/configuration/build-configurations/" + name,
          "/configuration/build-configurations/" + name + "/history",
          "/new/build-configuration?like=" + name
        }) {
      page(admin, path).statusCode(200).body(not(containsString(CANARY)));
    }
  }

  @Test
  void what_differs_between_two_versions_has_signs() {
    String name = fresh("versions");
    ConfigurationApi.put("build-environments/" + name, "{\"image\": \"busybox:1\"}");
    for (String script : new String[] {"echo one", "echo two"}) {
      ConfigurationApi.put(
          "build-configurations/" + name,
          """
          {"build_environment": "%s", "files": {"compile.sh": "%s"}}
          """
              .formatted(name, script));
    }

    page(user("viewer"), "/configuration/build-configurations/" + name + "/versions?from=1&to=2")
        .statusCode(200)
        .body(containsString("<td class=\"diff-sign\">-</td><td class=\"diff-text\">echo one</td>"))
        .body(containsString("<td class=\"diff-sign\">+</td><td class=\"diff-text\">echo two</td>"))
        .body(not(containsString("/restore")));
  }

  @Test
  void a_preview_shows_the_steps_of_a_project_that_uses_it() {
    String name = fresh("previewed");
    ConfigurationApi.put("git-servers/" + name, "{\"address\": \"https://git.example.org\"}");
    ConfigurationApi.putProject(name);
    ConfigurationApi.put(
        "projects/" + name,
        """
        {"repository": "team/app.git", "build_configuration": "%s", "git_server": "%s"}
        """
            .formatted(name, name));

    page(user("viewer"), "/configuration/build-configurations/" + name + "/preview?project=" + name)
        .statusCode(200)
        .body(containsString("compile.sh"))
        .body(containsString("https://git.example.org/team/app.git"));
  }

  @Test
  void a_preview_that_cannot_be_says_why() {
    String name = fresh("unpreviewed");
    ConfigurationApi.putProject(name);

    page(
            user("viewer"),
            "/configuration/build-configurations/" + name + "/preview?project=no-such-project")
        .statusCode(200)
        .body(containsString("there is no such project"));
  }

  private static String gitServer() {
    String name = fresh("git");
    ConfigurationApi.put("git-servers/" + name, "{\"address\": \"https://git.example.org\"}")
        .statusCode(201);
    return name;
  }

  private static ValidatableResponse page(String user, String path) {
    return given().auth().preemptive().basic(user, PASSWORD).accept("text/html").get(path).then();
  }
}
