package org.laassoa.server.browser;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.laassoa.server.people.PeopleApi.PASSWORD;
import static org.laassoa.server.people.PeopleApi.by;
import static org.laassoa.server.people.PeopleApi.token;
import static org.laassoa.server.people.PeopleApi.user;
import static org.laassoa.server.people.PeopleApi.with;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;

/** Behind a proxy that ends https, and with one other origin allowed. */
@QuarkusTest
@TestProfile(BehindProxyQuarkusTest.Settings.class)
@WithTestResource(EmbeddedPostgresResource.class)
class BehindProxyQuarkusTest {

  private static final String DASHBOARD = "https://dashboard.example";

  /** What {@code LAAS_TRUSTED_PROXIES} and {@code LAAS_CORS_ORIGINS} set. */
  public static final class Settings implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.http.proxy.proxy-address-forwarding", "true",
          "quarkus.http.proxy.allow-x-forwarded", "true",
          "laas.cors.origins", DASHBOARD);
    }
  }

  @Test
  void by_https_the_cookie_is_for_this_host_alone_and_browsers_stay_with_https() {
    String user = user("viewer");

    Response signedIn =
        given()
            .header("X-Forwarded-Proto", "https")
            .contentType("application/json")
            .body("{\"name\": \"" + user + "\", \"password\": \"" + PASSWORD + "\"}")
            .post("/api/session");

    assertThat(signedIn.header("Set-Cookie")).startsWith("__Host-laas_session=").contains("Secure");
    assertThat(signedIn.header("Strict-Transport-Security")).startsWith("max-age=");
    String cookie = signedIn.cookie("__Host-laas_session");
    given()
        .header("X-Forwarded-Proto", "https")
        .cookie("__Host-laas_session", cookie)
        .get("/api/me")
        .then()
        .statusCode(200);
    given()
        .header("X-Forwarded-Proto", "https")
        .cookie("laas_session", cookie)
        .get("/api/me")
        .then()
        .statusCode(401);
  }

  @Test
  void a_throttled_name_signs_in_from_another_address() {
    String user = user("viewer");
    for (int i = 0; i < 6; i++) {
      by(user, "wrong").header("X-Forwarded-For", "192.0.2.1").get("/api/me");
    }

    int there = by(user).header("X-Forwarded-For", "192.0.2.1").get("/api/me").statusCode();
    int elsewhere = by(user).header("X-Forwarded-For", "192.0.2.2").get("/api/me").statusCode();

    assertThat(there).isEqualTo(429);
    assertThat(elsewhere).isEqualTo(200);
  }

  @Test
  void addresses_of_one_ipv6_network_count_as_one() {
    String user = user("viewer");
    for (int i = 0; i < 6; i++) {
      by(user, "wrong").header("X-Forwarded-For", "2001:db8:1:2::" + i).get("/api/me");
    }

    int same = by(user).header("X-Forwarded-For", "2001:db8:1:2::99").get("/api/me").statusCode();
    int other = by(user).header("X-Forwarded-For", "2001:db8:1:3::1").get("/api/me").statusCode();

    assertThat(same).isEqualTo(429);
    assertThat(other).isEqualTo(200);
  }

  @Test
  void a_page_of_the_allowed_origin_uses_the_api_with_a_token() {
    String token = token(user("developer"), "{\"name\": \"t\", \"scopes\": [\"build\"]}");
    given()
        .header("Origin", DASHBOARD)
        .header("Access-Control-Request-Method", "POST")
        .options("/api/builds")
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Origin", equalTo(DASHBOARD))
        .header("Access-Control-Allow-Headers", containsString("Authorization"))
        .header("Access-Control-Allow-Credentials", nullValue());

    with(token)
        .header("Origin", DASHBOARD)
        .header("Sec-Fetch-Site", "cross-site")
        .body("{\"builds\": []}")
        .post("/api/builds")
        .then()
        .statusCode(400)
        .header("Access-Control-Allow-Origin", equalTo(DASHBOARD));
  }

  @Test
  void a_page_of_another_origin_does_not() {
    given()
        .header("Origin", "https://dashboard.example.evil.example")
        .header("Access-Control-Request-Method", "POST")
        .options("/api/builds")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
  }
}
