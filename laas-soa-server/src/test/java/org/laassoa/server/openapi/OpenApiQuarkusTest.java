package org.laassoa.server.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class OpenApiQuarkusTest {

  @Test
  void the_description_has_operations_examples_and_errors() {
    var description = given().accept("application/json").get("/q/openapi").then();

    description
        .statusCode(200)
        .body("info.title", equalTo("laas-soa"))
        .body("components.securitySchemes", hasKey("basic"))
        .body("components.responses", hasKey("Invalid"))
        .body("components.schemas", hasKey("Problem"))
        .body("paths.'/api/projects/{name}'.put.operationId", equalTo("putProject"))
        .body(
            "paths.'/api/projects/{name}'.put.requestBody.content.'application/json'.examples",
            hasKey("project"))
        .body("components.schemas.GitServer.properties", hasKey("has_password"))
        .body("components.schemas.GitServer.properties", hasKey("is_default"))
        .body("components.schemas.GitServer.properties", not(hasKey("password")));
  }
}
