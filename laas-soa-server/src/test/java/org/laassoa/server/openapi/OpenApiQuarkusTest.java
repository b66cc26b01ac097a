package org.laassoa.server.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.openapi.DescribedApi.Operation;
import org.laassoa.server.problem.ProblemDocument;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.wire.ActionType;

/** Holds the whole description to what readers of it count on. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class OpenApiQuarkusTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> TYPES =
      Arrays.stream(ProblemType.values()).map(ProblemType::urn).collect(Collectors.toSet());

  /** Those that somebody calls who has nothing to show yet. */
  private static final Set<String> OPEN = Set.of("joinAgent", "createSession");

  private DescribedApi api = new DescribedApi(MissingNode.getInstance());

  @BeforeEach
  void readDocument() throws IOException {
    api = new DescribedApi(JSON.readTree(given().get("/q/openapi?format=json").asByteArray()));
  }

  @Test
  void every_operation_has_an_id_of_its_own_a_summary_and_a_tag() {
    List<Operation> operations = api.operations();

    assertThat(operations).hasSizeGreaterThan(40);
    assertThat(operations.stream().map(Operation::id)).doesNotHaveDuplicates();
    assertThat(operations)
        .allSatisfy(
            operation -> {
              assertThat(operation.id()).isNotBlank();
              assertThat(operation.node().path("summary").asText()).isNotBlank();
              assertThat(operation.node().path("tags")).isNotEmpty();
            });
  }

  @Test
  void every_operation_says_who_may_call_it() {
    assertThat(api.operations())
        .allSatisfy(
            operation -> {
              JsonNode security = operation.node().path("security");
              assertThat(security.isArray()).isTrue();
              List<List<String>> schemes = security.valueStream().map(DescribedApi::names).toList();
              assertThat(schemes).isEqualTo(expectedSchemes(operation));
            });
  }

  @Test
  void every_body_that_is_sent_has_a_schema_and_an_example() {
    assertThat(api.operations().stream().filter(operation -> operation.node().has("requestBody")))
        .hasSizeGreaterThan(15)
        .allSatisfy(operation -> hasSchemaAndExample(operation.node().path("requestBody")));
  }

  @Test
  void every_good_answer_with_a_body_has_a_schema_and_an_example() {
    assertThat(api.operations())
        .allSatisfy(
            operation -> {
              List<String> good = operation.statuses("2");
              assertThat(good).isNotEmpty();
              good.stream()
                  .filter(status -> !status.equals("204"))
                  .forEach(status -> hasSchemaAndExample(operation.answer(status)));
            });
  }

  @Test
  void every_refusal_is_a_problem_with_examples_from_the_catalogue() {
    assertThat(api.operations())
        .allSatisfy(
            operation ->
                operation
                    .statuses("4")
                    .forEach(status -> isProblem(status, operation.answer(status))));
  }

  @Test
  void refusals_that_follow_from_sign_in_address_and_body_are_there() {
    assertThat(api.operations())
        .allSatisfy(
            operation -> {
              List<String> refusals = operation.statuses("4");
              if (!operation.node().path("security").isEmpty()) {
                assertThat(refusals).contains("401", "403");
              }
              if (operation.path().contains("{")) {
                assertThat(refusals).contains("404");
              }
              if (operation.node().has("requestBody")) {
                assertThat(refusals).contains("400");
              }
            });
  }

  @Test
  void what_is_created_says_where_it_is() {
    assertThat(api.operations().stream().filter(operation -> hasId(operation.answer("201"))))
        .hasSizeGreaterThanOrEqualTo(21)
        .allSatisfy(
            operation ->
                assertThat(
                        api.resolve(operation.answer("201").at("/headers/Location")).has("schema"))
                    .isTrue());
  }

  @Test
  void every_reference_leads_somewhere_and_no_type_of_the_framework_is_shown() {
    assertThat(api.references())
        .isNotEmpty()
        .allSatisfy(ref -> assertThat(api.at(ref.substring(1)).isMissingNode()).isFalse());
    assertThat(DescribedApi.names(api.at("/components/schemas")))
        .doesNotContain("MediaType", "OutboundSseEvent");
  }

  @Test
  void an_outcome_is_one_of_eight_told_apart_by_result() {
    JsonNode outcome = api.at("/components/schemas/Outcome");

    assertThat(outcome.path("oneOf")).hasSize(8);
    assertThat(outcome.at("/discriminator/propertyName").asText()).isEqualTo("result");
    assertThat(outcome.at("/discriminator/mapping")).hasSize(8);
    JsonNode failed = api.at("/components/schemas/OutcomeScriptFailed");
    assertThat(failed.at("/properties/result/const").asText()).isEqualTo("script_failed");
    assertThat(failed.path("required").valueStream().map(JsonNode::asText))
        .containsExactly("result", "step", "exit_code");
    assertThat(api.at("/components/schemas/OutcomeOutOfMemory/required")).hasSize(2);
  }

  @Test
  void the_data_of_an_action_is_told_apart_by_its_type() {
    JsonNode data = api.at("/components/schemas/ActionData");

    assertThat(data.at("/discriminator/propertyName").asText()).isEqualTo("action");
    assertThat(DescribedApi.names(data.at("/discriminator/mapping")))
        .containsExactlyInAnyOrderElementsOf(ActionType.wireNames());
    assertThat(api.at("/components/schemas/BuildData/properties/source").isMissingNode()).isFalse();
  }

  @Test
  void a_password_is_sent_and_never_shown() {
    JsonNode schemas = api.at("/components/schemas");

    assertThat(schemas.at("/GitServer/properties").has("password")).isFalse();
    assertThat(schemas.at("/GitServer/properties").has("has_password")).isTrue();
    assertThat(schemas.at("/GitServerRequest/properties/password/writeOnly").asBoolean()).isTrue();
  }

  @Test
  void the_server_takes_its_own_examples() {
    Stream.of(
            "git-servers",
            "image-registries",
            "build-environments",
            "parent-images",
            "build-configurations",
            "projects",
            "machines")
        .forEach(
            kind -> {
              JsonNode example = example("/api/" + kind + "/{name}", "put");
              String path = kind + "/" + example.path("name").asText();
              assertThat(put(path, example.toString()).extract().statusCode()).isIn(200, 201);
            });

    JsonNode build = example("/api/projects/{name}/builds", "post");
    int id =
        as("developer")
            .body(build.toString())
            .post("/api/projects/shop/builds")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as("developer").post("/api/builds/" + id + "/cancel").then().statusCode(202);
    as("admin")
        .body(example("/api/agents/join-tokens", "post").toString())
        .post("/api/agents/join-tokens")
        .then()
        .statusCode(201);
  }

  @Test
  void the_document_in_docs_is_what_the_server_serves() throws IOException {
    String served = given().get("/q/openapi?format=yaml").asString();

    Path fresh = Files.writeString(Path.of("target/openapi-served.yaml"), served);
    assertThat(served.equals(Files.readString(Path.of("../docs/openapi.yaml"))))
        .as(
            "docs/openapi.yaml differs from what the server serves. If the change is meant:"
                + " cp laas-soa-server/%s docs/openapi.yaml",
            fresh)
        .isTrue();
  }

  @Test
  void swagger_ui_is_always_there() {
    given().get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger-ui"));
  }

  private void hasSchemaAndExample(JsonNode message) {
    assertThat(message.path("content")).as("content of %s", message).isNotEmpty();
    message
        .path("content")
        .propertyStream()
        .forEach(
            content -> {
              assertThat(content.getValue().path("schema")).as("schema").isNotEmpty();
              JsonNode examples = content.getValue().path("examples");
              assertThat(examples).as("examples of %s", message).isNotEmpty();
              if (content.getKey().equals("application/json")) {
                assertThat(examples)
                    .allMatch(example -> example.path("value").isContainerNode(), "is JSON");
              }
            });
  }

  private void isProblem(String status, JsonNode answer) {
    JsonNode content = answer.path("content").path(ProblemDocument.MEDIA_TYPE);
    assertThat(answer.path("description").asText()).isNotBlank();
    assertThat(content.at("/schema/$ref").asText()).isEqualTo("#/components/schemas/Problem");
    assertThat(content.path("examples"))
        .isNotEmpty()
        .allSatisfy(
            example -> {
              assertThat(example.at("/value/type").asText()).isIn(TYPES);
              assertThat(example.at("/value/status").asText()).isEqualTo(status);
            });
  }

  private static List<List<String>> expectedSchemes(Operation operation) {
    if (OPEN.contains(operation.id()) || operation.path().startsWith("/hooks/")) {
      return List.of();
    }
    if (!operation.path().startsWith("/api/")) {
      return List.of(List.of("agent"));
    }
    return List.of(
        List.of("basic"),
        List.of("api_token"),
        operation.reads() ? List.of("session") : List.of("session", "csrf_token"));
  }

  private boolean hasId(JsonNode answer) {
    return api.resolve(answer.at("/content/application~1json/schema"))
        .at("/properties/id")
        .isObject();
  }

  private JsonNode example(String path, String method) {
    JsonNode body =
        api.at("/paths").path(path).path(method).at("/requestBody/content/application~1json");
    return body.path("examples").elements().next().path("value");
  }
}
