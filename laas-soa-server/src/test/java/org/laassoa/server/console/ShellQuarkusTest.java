package org.laassoa.server.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.laassoa.server.people.PeopleApi.by;
import static org.laassoa.server.people.PeopleApi.user;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laassoa.server.EmbeddedPostgresResource;

/** What all pages share. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class ShellQuarkusTest {

  private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

  @Inject Assets assets;

  private static RequestSpecification browser() {
    return given().redirects().follow(false).accept(HTML);
  }

  @Test
  void who_has_not_signed_in_is_led_to_where_they_can_and_back() {
    browser()
        .get("/builds/7?attempt=2")
        .then()
        .statusCode(303)
        .header("Location", containsString("/sign-in?to=%2Fbuilds%2F7%3Fattempt%3D2"))
        .header("WWW-Authenticate", nullValue());
  }

  @Test
  void a_part_of_a_page_that_asks_after_the_session_has_ended_leads_the_whole_page_there() {
    given()
        .header("HX-Request", "true")
        .get("/?q=a")
        .then()
        .statusCode(401)
        .header("HX-Redirect", equalTo("/sign-in?to=%2F%3Fq%3Da"));
  }

  @Test
  void the_sign_in_goes_on_to_no_other_server() {
    browser()
        .get("/sign-in?to=//evil.example/x")
        .then()
        .statusCode(200)
        .body(containsString("data-then=\"/\""))
        .body(not(containsString("evil.example/x\"")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en-GB,en;q=0.9        |      | en
          zh-CN;q=0.5,en;q=0.9  |      | en
          zh-TW,zh;q=0.9        |      | zh-Hans
          fr-FR,de;q=0.5        |      | en
          *                     |      | en
          ???;;                 |      | en
          en                    | zh   | zh-Hans
          zh                    | en   | en
          zh                    | xx   | zh-Hans
          """)
  void the_language_is_the_chosen_one_else_the_browsers(
      String accepted, String chosen, String language) {
    RequestSpecification request = browser().header("Accept-Language", accepted);
    if (chosen != null) {
      request.cookie("laas_language", chosen);
    }

    request.get("/sign-in").then().body(containsString("<html lang=\"" + language + "\""));
  }

  @Test
  void a_choice_is_kept_and_leads_back() {
    browser()
        .get("/preferences?language=zh&theme=dark&to=/projects?q=a")
        .then()
        .statusCode(303)
        .header("Location", containsString("/projects?q=a"))
        .cookie("laas_language", "zh")
        .cookie("laas_theme", "dark");
  }

  @Test
  void a_choice_that_there_is_not_is_not_kept() {
    browser()
        .get("/preferences?language=tlh&theme=%0d%0aX:y&to=https://evil.example")
        .then()
        .statusCode(303)
        .header("Location", not(containsString("evil")))
        .header("Set-Cookie", nullValue());
  }

  @Test
  void an_address_that_there_is_not_is_a_page_in_the_readers_language() {
    browser()
        .header("Accept-Language", "zh-CN")
        .get("/no-such-page")
        .then()
        .statusCode(404)
        .contentType("text/html")
        .body(containsString("没有这个页面"));
  }

  @Test
  void an_error_of_the_api_stays_a_problem_document_whatever_is_accepted() {
    browser().get("/api/projects").then().statusCode(401).contentType("application/problem+json");
  }

  @Test
  void a_page_loads_nothing_but_files_of_this_server() {
    by(user("viewer"))
        .accept(HTML)
        .get("/")
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("no-store"))
        .header("Content-Security-Policy", containsString("script-src 'self'"))
        .header("Content-Security-Policy", not(containsString("unsafe")));
  }

  @Test
  void a_file_is_kept_for_good_under_its_version_only() {
    String address = assets.address("console.css");

    Response current = given().header("Accept-Encoding", "gzip").get(address);

    assertThat(current.header("Cache-Control")).contains("immutable");
    assertThat(current.header("Content-Encoding")).isEqualTo("gzip");
    given()
        .get("/assets/0000000000000000/console.css")
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("no-cache"));
    given().get("/assets/0000000000000000/nothing.css").then().statusCode(404);
  }

  @Test
  void only_administrators_are_offered_the_administration() {
    by(user("viewer")).get("/").then().body(not(containsString("href=\"/administration\"")));
    by(user("admin")).get("/").then().body(containsString("href=\"/administration\""));
  }
}
