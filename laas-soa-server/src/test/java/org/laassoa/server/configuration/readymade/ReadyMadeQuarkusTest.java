package org.laassoa.server.configuration.readymade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.laassoa.server.configuration.ConfigurationApi.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class ReadyMadeQuarkusTest {

  private final FirstConfiguration firstConfiguration;

  ReadyMadeQuarkusTest(FirstConfiguration firstConfiguration) {
    this.firstConfiguration = firstConfiguration;
  }

  @Test
  void the_first_start_has_added_all_with_their_environments() {
    List<String> names = as("viewer").get("/api/ready-made").then().extract().path("items.name");

    assertThat(names)
        .contains("java-maven", "java-gradle", "nodejs", "python", "php", "nodejs-image")
        .allSatisfy(
            name ->
                as("viewer")
                    .get("/api/build-configurations/" + name)
                    .then()
                    .statusCode(200)
                    .body("compile_script", equalTo("compile.sh")));
    as("viewer")
        .get("/api/build-environments/java-maven")
        .then()
        .body("tools", hasItem("maven 3.9"));
    as("viewer")
        .get("/api/build-environments/java-maven/recipe")
        .then()
        .body("dockerfile", equalTo("FROM maven:3.9-eclipse-temurin-25\n\n"))
        .body("image", equalTo("build_java-maven:latest"));
  }

  @Test
  void one_that_was_deleted_stays_deleted_until_it_is_added_again() {
    as("admin").delete("/api/build-configurations/php-image").then().statusCode(204);

    firstConfiguration.onStart(null);

    as("viewer").get("/api/build-configurations/php-image").then().statusCode(404);
    as("admin")
        .post("/api/ready-made/php-image")
        .then()
        .statusCode(201)
        .header("Location", endsWith("/api/build-configurations/php-image"))
        .body("added", equalTo(true));
    as("viewer")
        .get("/api/build-configurations/php-image")
        .then()
        .body("packaging.kind", equalTo("dockerfile"));
  }

  @Test
  void a_name_that_is_taken_is_refused() {
    as("admin")
        .post("/api/ready-made/nodejs")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:laas-soa:problem:name-taken"));
    as("admin").post("/api/ready-made/cobol").then().statusCode(404);
    as("developer").post("/api/ready-made/nodejs").then().statusCode(403);
  }
}
