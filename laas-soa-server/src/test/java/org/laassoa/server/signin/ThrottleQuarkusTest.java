package org.laassoa.server.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.laassoa.server.people.PeopleApi.by;
import static org.laassoa.server.people.PeopleApi.fresh;
import static org.laassoa.server.people.PeopleApi.user;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.people.MovableClock;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class ThrottleQuarkusTest {

  @Inject MovableClock clock;

  private static int day;

  @BeforeEach
  void aDayWithoutFailures() {
    clock.advance(Duration.ofDays(++day));
  }

  @AfterEach
  void theTimeOfNow() {
    clock.reset();
  }

  @Test
  void after_five_wrong_passwords_each_further_one_costs_a_wait_that_doubles() {
    String user = user("viewer");
    for (int i = 0; i < 6; i++) {
      by(user, "wrong").get("/api/me").then().statusCode(401);
    }

    by(user, "wrong")
        .get("/api/me")
        .then()
        .statusCode(429)
        .header("Retry-After", equalTo("1"))
        .body("type", equalTo("urn:laas-soa:problem:too-many-sign-ins"));
    by(user).get("/api/me").then().statusCode(429);

    clock.advance(Duration.ofSeconds(1));
    by(user, "wrong").get("/api/me").then().statusCode(401);
    by(user, "wrong").get("/api/me").then().statusCode(429).header("Retry-After", equalTo("2"));
    clock.advance(Duration.ofSeconds(2));
    by(user).get("/api/me").then().statusCode(200);
  }

  @Test
  void a_name_that_nobody_has_is_throttled_like_any_other() {
    String nobody = fresh("nobody");
    for (int i = 0; i < 6; i++) {
      by(nobody, "wrong").get("/api/me").then().statusCode(401);
    }

    by(nobody, "wrong").get("/api/me").then().statusCode(429);
  }

  @Test
  void signing_in_by_session_is_throttled_too() {
    String user = user("viewer");
    for (int i = 0; i < 6; i++) {
      session(user, 401);
    }

    session(user, 429);
  }

  @Test
  void who_is_known_is_not_kept_out_by_others_from_the_same_address() {
    String user = user("viewer");
    by(user).get("/api/me").then().statusCode(200);
    for (int i = 0; i < 60; i++) {
      given()
          .header("Authorization", "Bearer laas_pat_guess" + i)
          .get("/api/me")
          .then()
          .statusCode(i < 51 ? 401 : 429);
    }

    int known = by(user).get("/api/me").statusCode();
    int unknown = by(user("viewer")).get("/api/me").statusCode();

    assertThat(known).isEqualTo(200);
    assertThat(unknown).isEqualTo(429);
  }

  private static void session(String user, int status) {
    given()
        .contentType("application/json")
        .body("{\"name\": \"" + user + "\", \"password\": \"wrong\"}")
        .post("/api/session")
        .then()
        .statusCode(status);
  }
}
