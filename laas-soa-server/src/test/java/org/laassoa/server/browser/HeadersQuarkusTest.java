package org.laassoa.server.browser;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.laassoa.server.configuration.ConfigurationApi.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.people.PeopleApi;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class HeadersQuarkusTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/projects",
        "/api/no-such-address",
        "/q/openapi",
        "/q/health",
        "/q/swagger-ui/",
        "/",
        "/no-such-page"
      })
  void every_answer_tells_browsers_to_keep_to_what_was_meant(String path) {
    Response answer = as("viewer").get(path);

    for (String header :
        new String[] {"X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy"}) {
      assertThat(answer.headers().getValues(header)).as(header).hasSize(1);
    }
    assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    assertThat(answer.header("Strict-Transport-Security")).isNull();
  }

  @Test
  void a_log_has_each_header_once() {
    int build = PeopleApi.build(PeopleApi.project());

    Response log = as("viewer").get("/api/builds/" + build + "/log");

    assertThat(log.statusCode()).isEqualTo(200);
    assertThat(log.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
  }

  @Test
  void answers_of_the_api_are_not_stored_and_load_nothing() {
    as("viewer")
        .get("/api/projects")
        .then()
        .header("Cache-Control", equalTo("no-store"))
        .header("Content-Security-Policy", equalTo("default-src 'none'; frame-ancestors 'none'"));
    given()
        .get("/api/projects")
        .then()
        .statusCode(401)
        .header("Cache-Control", equalTo("no-store"));
  }

  @Test
  void swagger_ui_may_run_its_own_scripts() {
    given()
        .get("/q/swagger-ui/")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("script-src 'self' 'unsafe-inline'"));
  }

  @Test
  void a_browsers_window_for_a_password_comes_for_a_page_and_not_for_its_scripts() {
    given().get("/api/me").then().header("WWW-Authenticate", containsString("Basic"));
    given()
        .header("Sec-Fetch-Mode", "cors")
        .get("/api/me")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Bearer"));
  }

  @Test
  void no_origin_is_allowed_unless_it_is_set() {
    given()
        .header("Origin", "https://elsewhere.example")
        .header("Access-Control-Request-Method", "GET")
        .options("/api/projects")
        .then()
        .header("Access-Control-Allow-Origin", nullValue())
        .header("Access-Control-Allow-Methods", nullValue());
  }
}
