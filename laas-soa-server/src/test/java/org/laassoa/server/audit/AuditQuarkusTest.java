package org.laassoa.server.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;
import static org.laassoa.server.configuration.ConfigurationApi.putProject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class AuditQuarkusTest {

  @Test
  void a_change_is_in_the_trail_with_who_from_where_and_the_answer_before_it_is_answered() {
    put("git-servers/audited", "{\"address\":\"https://a.example\",\"password\":\"hunter2\"}");

    String page =
        audit("subject=git-servers/audited")
            .statusCode(200)
            .body("total", equalTo(1))
            .body("items[0].actor", equalTo("admin"))
            .body("items[0].address", equalTo("127.0.0.1"))
            .body("items[0].action", equalTo("putGitServer"))
            .body("items[0].status", equalTo(201))
            .extract()
            .asString();
    assertThat(page).doesNotContain("hunter2");
  }

  @Test
  void what_was_refused_is_in_the_trail_too() {
    put("git-servers/audited-bad", "{\"address\":\"ftp://a.example\"}").statusCode(400);
    as("viewer").delete("/api/git-servers/audited-forbidden").then().statusCode(403);
    given().delete("/api/git-servers/audited-nobody").then().statusCode(401);

    audit("subject=git-servers/audited-bad").body("items.status", contains(400));
    await()
        .untilAsserted(
            () ->
                audit("subject=git-servers/audited-forbidden").body("items.status", contains(403)));
    await()
        .untilAsserted(
            () ->
                audit("subject=git-servers/audited-nobody")
                    .body("items.status", contains(401))
                    .body("items.actor", contains("")));
  }

  @Test
  void what_only_reads_is_not_in_it() {
    as("viewer").get("/api/git-servers/audited-read").then().statusCode(404);

    audit("subject=git-servers/audited-read").body("total", equalTo(0));
  }

  @Test
  void a_cancelled_build_names_who_cancelled_it() {
    put("git-servers/audited-default", "{\"address\":\"https://a.example\",\"is_default\":true}");
    putProject("audited-build");
    int id =
        as("developer")
            .body("{\"ref\":\"main\"}")
            .post("/api/projects/audited-build/builds")
            .path("id");

    as("developer").post("/api/builds/" + id + "/cancel").then().statusCode(202);

    audit("subject=builds/" + id)
        .body("items.action", contains("cancelBuild"))
        .body("items.actor", contains("developer"));
    audit("subject=projects/audited-build/builds").body("total", equalTo(0));
  }

  @Test
  void the_trail_is_filtered_by_each_of_its_fields() {
    put("git-servers/audited-filter", "{\"address\":\"https://a.example\"}");

    audit("subject=git-servers/audited-filter&actor=somebody").body("total", equalTo(0));
    audit("subject=git-servers/audited-filter&action=putGitServer").body("total", equalTo(1));
    audit("subject=git-servers/audited-filter&to=2000-01-01T00:00:00Z").body("total", equalTo(0));
    audit("subject=git-servers/audited-filter&from=2000-01-01T00:00:00Z").body("total", equalTo(1));
    audit("subject=git-servers/audited-fil").body("total", equalTo(0));
    audit("from=yesterday").statusCode(400).body("errors[0].field", equalTo("from"));
  }

  @Test
  void the_export_has_every_event_of_the_filter_one_a_line() {
    for (int i = 0; i < 3; i++) {
      put(
          "git-servers/exported",
          "{\"address\":\"https://a.example\",\"port\":%d}".formatted(i + 1));
    }

    String lines =
        as("admin")
            .get("/api/audit/export?subject=git-servers/exported")
            .then()
            .extract()
            .asString();

    assertThat(lines.lines()).hasSize(3).allMatch(line -> line.contains("\"putGitServer\""));
  }

  @Test
  void only_administrators_read_it() {
    as("developer").get("/api/audit").then().statusCode(403);
    as("viewer").get("/api/audit/export").then().statusCode(403);
  }

  private static ValidatableResponse audit(String query) {
    return as("admin").get("/api/audit?" + query).then();
  }
}
