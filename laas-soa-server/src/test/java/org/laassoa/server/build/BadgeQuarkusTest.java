package org.laassoa.server.build;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.agentwire.AgentCalls;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class BadgeQuarkusTest {

  private static final String SCRIPT = "<script>alert('x')</script>&\"";

  @BeforeEach
  void aProjectForEverybodyAndOneThatIsNot() {
    put("git-servers/badges", "{\"address\":\"https://git.example\"}");
    put("build-environments/badges", "{\"image\":\"busybox:1\"}");
    put(
        "build-configurations/badges",
        """
        {"build_environment":"badges","files":{"compile.sh":"true"},"compile_script":"compile.sh"}
        """);
    project("badge-public", true);
    project("badge-private", false);
  }

  @Test
  void a_public_badge_says_how_the_newest_build_of_a_branch_went() {
    AgentCalls.emptyQueue();
    AgentCalls agent = AgentCalls.joined();
    badge("badge-public?ref=main").body(containsString("no builds"));
    build("main");
    agent.succeed(agent.takeOne(), 1).statusCode(200);
    build("other");
    agent.call(
        "/complete_action",
        """
        {"action_id": "%s", "attempt": 1,
         "outcome": {"result": "script_failed", "step": "compile", "exit_code": 1}}
        """
            .formatted(agent.takeOne()));

    ValidatableResponse main = badge("badge-public?ref=main").statusCode(200);

    main.contentType("image/svg+xml").body(containsString("main: passing"));
    badge("badge-public?ref=other").body(containsString("other: failing"));
    badge("badge-public").body(containsString("build: failing"));
  }

  @Test
  void a_badge_that_is_the_same_is_not_sent_again() {
    String tag = badge("badge-public?ref=same").extract().header("ETag");

    given()
        .header("If-None-Match", tag)
        .get("/api/projects/badge-public/badge.svg?ref=same")
        .then()
        .statusCode(304);
  }

  @Test
  void markup_in_a_ref_is_text() throws Exception {
    byte[] svg =
        given()
            .queryParam("ref", SCRIPT)
            .get("/api/projects/badge-public/badge.svg")
            .then()
            .statusCode(200)
            .body(not(containsString("<script")))
            .header("Content-Security-Policy", "default-src 'none'")
            .extract()
            .asByteArray();

    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg));
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(SCRIPT + ": no builds");
  }

  @Test
  void without_a_sign_in_a_private_badge_is_as_one_that_does_not_exist() {
    String hidden = badge("badge-private").statusCode(404).extract().asString();

    String missing = badge("badge-missing").statusCode(404).extract().asString();

    assertThat(hidden).isEqualTo(missing);
    given()
        .queryParam("ref", "")
        .get("/api/projects/badge-private/badge.svg")
        .then()
        .statusCode(404);
    given().get("/api/projects/%3Cscript%3E/badge.svg").then().statusCode(404);
  }

  @Test
  void wrong_credentials_do_not_tell_a_private_badge_from_one_that_does_not_exist() {
    for (String project : new String[] {"badge-private", "badge-missing"}) {
      given()
          .header("Authorization", "Bearer laas_pat_wrong")
          .get("/api/projects/" + project + "/badge.svg")
          .then()
          .statusCode(401);
    }
  }

  @Test
  void whoever_may_see_a_project_sees_its_badge() {
    as("viewer").get("/api/projects/badge-private/badge.svg").then().statusCode(200);
    as("nobody").get("/api/projects/badge-private/badge.svg").then().statusCode(404);
  }

  private static ValidatableResponse badge(String of) {
    int question = of.indexOf('?');
    return question < 0
        ? given().get("/api/projects/" + of + "/badge.svg").then()
        : given()
            .get(
                "/api/projects/"
                    + of.substring(0, question)
                    + "/badge.svg"
                    + of.substring(question))
            .then();
  }

  private static void project(String name, boolean open) {
    put(
        "projects/" + name,
        """
        {"repository":"team/app.git","git_server":"badges","build_configuration":"badges",
         "public_badge": %s}
        """
            .formatted(open));
  }

  private static void build(String ref) {
    as("developer")
        .body("{\"ref\": \"" + ref + "\"}")
        .post("/api/projects/badge-public/builds")
        .then()
        .statusCode(201);
  }
}
