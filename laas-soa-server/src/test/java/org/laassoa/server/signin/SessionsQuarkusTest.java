package org.laassoa.server.signin;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.http.ContentType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.people.PeopleApi.PASSWORD;
import static org.laassoa.server.people.PeopleApi.browser;
import static org.laassoa.server.people.PeopleApi.by;
import static org.laassoa.server.people.PeopleApi.project;
import static org.laassoa.server.people.PeopleApi.user;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.people.MovableClock;
import org.laassoa.server.people.PeopleApi.Browser;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class SessionsQuarkusTest {

  private static final String FORGED = "urn:laas-soa:problem:cross-site-request";

  @Inject MovableClock clock;

  @AfterEach
  void theTimeOfNow() {
    clock.reset();
  }

  @Test
  void the_cookie_is_kept_from_scripts_and_from_other_sites() {
    String user = user("viewer");

    Response signedIn =
        given()
            .contentType("application/json")
            .body("{\"name\": \"" + user + "\", \"password\": \"" + PASSWORD + "\"}")
            .post("/api/session");

    String cookie = signedIn.header("Set-Cookie").toLowerCase(Locale.ROOT);
    assertThat(cookie)
        .startsWith("laas_session=")
        .contains("; path=/", "; httponly", "; samesite=lax", "; max-age=604800")
        .doesNotContain("domain", "secure");
  }

  @Test
  void a_browser_that_is_signed_in_reads_and_changes() {
    String project = project();
    Browser browser = browser(user("developer"));

    browser.cookieOnly().get("/api/session").then().statusCode(200);
    browser.cookieOnly().get("/api/me").then().body("signed_in_by", equalTo("session"));
    browser
        .request()
        .body("{\"ref\": \"main\"}")
        .post("/api/projects/" + project + "/builds")
        .then()
        .statusCode(201);
  }

  @Test
  void the_csrf_token_can_be_had_again() {
    Browser browser = browser(user("viewer"));

    browser
        .cookieOnly()
        .get("/api/session")
        .then()
        .statusCode(200)
        .body("csrf_token", equalTo(browser.csrfToken()));
  }

  @Test
  void who_signs_out_is_out_at_once() {
    Browser browser = browser(user("viewer"));
    browser.cookieOnly().get("/api/me").then().statusCode(200);

    browser.request().delete("/api/session").then().statusCode(204);

    browser.cookieOnly().get("/api/me").then().statusCode(401);
  }

  @Test
  void a_change_needs_the_csrf_token_and_a_page_of_this_server() {
    Browser browser = browser(user("developer"));
    String path = "/api/session";

    browser
        .cookieOnly()
        .header("Sec-Fetch-Site", "same-origin")
        .delete(path)
        .then()
        .statusCode(403)
        .body("type", equalTo(FORGED));
    browser
        .cookieOnly()
        .header("Sec-Fetch-Site", "same-origin")
        .header("X-CSRF-Token", "guessed")
        .delete(path)
        .then()
        .statusCode(403)
        .body("type", equalTo(FORGED));
    browser
        .cookieOnly()
        .header("X-CSRF-Token", browser.csrfToken())
        .delete(path)
        .then()
        .statusCode(403)
        .body("type", equalTo(FORGED));
    browser
        .cookieOnly()
        .header("X-CSRF-Token", browser(user("viewer")).csrfToken())
        .header("Sec-Fetch-Site", "same-origin")
        .delete(path)
        .then()
        .statusCode(403);
    browser.cookieOnly().get("/api/me").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api;x/builds/1/cancel", "/api/builds;x/1/cancel", "/api;/builds"})
  void a_path_that_the_framework_would_read_as_another_one_is_nobodys(String path) {
    as("admin")
        .urlEncodingEnabled(false)
        .header("Sec-Fetch-Site", "cross-site")
        .post(path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void a_page_elsewhere_changes_nothing_whatever_is_shown(String site) {
    String user = user("developer");
    Browser browser = browser(user);

    browser
        .cookieOnly()
        .header("X-CSRF-Token", browser.csrfToken())
        .header("Sec-Fetch-Site", site)
        .delete("/api/session")
        .then()
        .statusCode(403)
        .body("type", equalTo(FORGED));
    by(user)
        .header("Sec-Fetch-Site", site)
        .post("/api/builds/1/cancel")
        .then()
        .statusCode(403)
        .body("type", equalTo(FORGED));
    given()
        .contentType("application/json")
        .header("Sec-Fetch-Site", site)
        .body("{\"name\": \"" + user + "\", \"password\": \"" + PASSWORD + "\"}")
        .post("/api/session")
        .then()
        .statusCode(403);
  }

  @Test
  void an_old_browser_is_told_by_its_origin() {
    Browser browser = browser(user("viewer"));
    String own = "http://127.0.0.1:" + RestAssured.port;

    browser
        .cookieOnly()
        .header("X-CSRF-Token", browser.csrfToken())
        .header("Origin", "http://127.0.0.1:1")
        .delete("/api/session")
        .then()
        .statusCode(403);
    browser
        .cookieOnly()
        .header("X-CSRF-Token", browser.csrfToken())
        .header("Origin", own)
        .delete("/api/session")
        .then()
        .statusCode(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void a_body_as_a_form_sends_it_is_refused(String type) {
    by(user("developer"))
        .config(config().encoderConfig(encoderConfig().encodeContentTypeAs(type, TEXT)))
        .contentType(type)
        .body("{\"builds\": []}")
        .post("/api/builds")
        .then()
        .statusCode(415);
  }

  @Test
  void a_session_ends_when_it_is_not_used() {
    Browser browser = browser(user("viewer"));
    clock.advance(Duration.ofHours(7));
    browser.cookieOnly().get("/api/me").then().statusCode(200);
    clock.advance(Duration.ofHours(7));
    browser.cookieOnly().get("/api/me").then().statusCode(200);

    clock.advance(Duration.ofHours(8).plusSeconds(1));

    browser.cookieOnly().get("/api/me").then().statusCode(401);
  }

  @Test
  void a_session_ends_after_a_week_however_much_it_is_used() {
    Browser browser = browser(user("viewer"));
    for (int hours = 0; hours < 7 * 24 - 6; hours += 6) {
      clock.advance(Duration.ofHours(6));
      browser.cookieOnly().get("/api/me").then().statusCode(200);
    }

    clock.advance(Duration.ofHours(6));

    browser.cookieOnly().get("/api/me").then().statusCode(401);
  }

  @Test
  void a_cookie_that_nobody_gave_out_is_no_sign_in() {
    given().cookie("laas_session", "guessed").get("/api/me").then().statusCode(401);
    given().cookie("laas_session", "").get("/api/me").then().statusCode(401);
  }
}
