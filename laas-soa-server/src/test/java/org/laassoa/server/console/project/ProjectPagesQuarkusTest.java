package org.laassoa.server.console.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.laassoa.server.people.PeopleApi.build;
import static org.laassoa.server.people.PeopleApi.by;
import static org.laassoa.server.people.PeopleApi.grant;
import static org.laassoa.server.people.PeopleApi.project;
import static org.laassoa.server.people.PeopleApi.user;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.people.PeopleApi;

/** What who sees of projects in a browser. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class ProjectPagesQuarkusTest {

  private String own = "";
  private String foreign = "";
  private String user = "";

  @BeforeEach
  void aDeveloperOfOneOfTwoProjectsWithABuildEach() {
    own = project();
    foreign = project();
    build(own);
    build(foreign);
    user = user(null);
    grant(own, user, "developer");
  }

  @Test
  void the_first_page_and_the_list_show_only_what_the_caller_may_know_of() {
    ValidatableResponse overview = page(by(user), "/").statusCode(200);

    overview.body(allOf(containsString(own + " #"), not(containsString(foreign + " #"))));
    page(by(user), "/projects")
        .statusCode(200)
        .body(
            allOf(
                containsString("href=\"/projects/" + own + "\""),
                not(containsString("href=\"/projects/" + foreign + "\"")),
                not(containsString("/new/project"))));
    page(by(user), "/projects/" + foreign).statusCode(404);
    page(by(PeopleApi.user("viewer")), "/projects?size=500")
        .body(allOf(containsString(">" + own + "</a>"), containsString(">" + foreign + "</a>")));
  }

  @Test
  void agents_and_what_is_wrong_with_them_are_not_for_those_who_see_one_project() {
    page(by(user), "/").body(not(containsString("Agents online")));
    page(by(PeopleApi.user("viewer")), "/").body(containsString("Agents online"));
  }

  @Test
  void a_page_of_a_project_has_its_branches_history_and_the_form_of_those_who_may_build() {
    ValidatableResponse shown = page(by(user), "/projects/" + own).statusCode(200);

    shown.body(
        allOf(
            containsString("<h1>" + own + "</h1>"),
            containsString("href=\"/projects/" + own + "?ref=main\""),
            containsString("data-path=\"/api/projects/" + own + "/builds\""),
            containsString("/api/projects/" + own + "/badge.svg")));
    page(by(PeopleApi.user("viewer")), "/projects/" + own)
        .body(not(containsString("data-path=\"/api/projects/" + own + "/builds\"")));
    page(by(user), "/projects/" + own + "?ref=nothing")
        .body(containsString("Nothing has been built"));
  }

  @Test
  void settings_are_for_those_who_configure_the_project() {
    String settings = "/projects/" + own + "/settings";
    page(by(user), settings).statusCode(403);
    page(by(user), settings + "/access").statusCode(403);
    page(by(user), settings + "/secrets").statusCode(200);
    grant(own, user, "admin");

    ValidatableResponse shown = page(by(user), settings).statusCode(200);

    shown.body(
        allOf(
            containsString("value=\"team/app.git\""),
            containsString("data-method=\"put\" data-path=\"/api/projects/" + own + "\""),
            containsString("data-etag=\"&quot;")));
    page(by(user), settings + "/access").statusCode(200).body(containsString(">" + user + "<"));
    page(by(user), settings + "/hook").statusCode(200);
    page(by(user), settings + "/history").statusCode(200).body(containsString("repository"));
    page(by(user), "/new/project").statusCode(403);
    page(by(PeopleApi.user("admin")), "/new/project")
        .statusCode(200)
        .body(containsString("data-path=\"/api/projects\""));
  }

  @Test
  void projects_are_searched() {
    page(by(PeopleApi.user("viewer")), "/projects?q=" + own)
        .body(
            allOf(containsString(">" + own + "</a>"), not(containsString(">" + foreign + "</a>"))));
    page(by(PeopleApi.user("viewer")), "/projects?q=<script>")
        .body(allOf(containsString("&lt;script&gt;"), not(containsString("<script>"))));
  }

  @Test
  void the_pages_are_in_chinese_too() {
    for (String path : new String[] {"/", "/projects", "/projects/" + own}) {
      page(by(PeopleApi.user("admin")).cookie("laas_language", "zh"), path)
          .statusCode(200)
          .body(allOf(containsString("lang=\"zh-Hans\""), containsString("构建")));
    }
  }

  @Test
  void who_has_not_signed_in_is_led_to_where_they_can() {
    for (String path : new String[] {"/", "/projects", "/projects/" + own, "/new/project"}) {
      given()
          .redirects()
          .follow(false)
          .header("Accept", "text/html")
          .get(path)
          .then()
          .statusCode(303)
          .header("Location", containsString("/sign-in?to="))
          .body(equalTo(""));
    }
  }

  private static ValidatableResponse page(RequestSpecification caller, String path) {
    return caller.header("Accept", "text/html").get(path).then();
  }
}
