package org.laassoa.server.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.agentwire.AgentCalls;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class PreviewQuarkusTest {
  private static final String REQUEST =
      "{\"type\":\"branch\",\"ref\":\"main\",\"parameters\":{\"B\":\"from request\",\"D\":\"d\"}}";

  @BeforeEach
  void a_project_with_everything() {
    put("git-servers/preview", "{\"address\":\"https://git.example\",\"password\":\"git-pass\"}");
    put(
        "image-registries/preview",
        "{\"address\":\"registry.example\",\"username\":\"ci\",\"password\":\"reg-pass\"}");
    put(
        "build-environments/preview",
        """
        {"image":"busybox:1","recipe":"RUN true","image_registry":"preview","cpus":2,"pids":99}
        """);
    put(
        "build-configurations/preview",
        """
        {"build_environment":"preview","files":{"compile.sh":"make\\n","Dockerfile":"FROM x\\n"},
         "compile_script":"compile.sh","compile_may_repeat":false,
         "packaging":{"kind":"dockerfile","file":"Dockerfile","context":"target"},
         "build_args":{"ARG":"${A}"},"variables":{"A":"a","B":"b","C":"c","TOKEN":"open"},
         "home_files":{".netrc":"home-pass"}}
        """);
    put(
        "projects/preview",
        """
        {"repository":"a.git","git_server":"preview","image_registry":"preview",
         "build_configuration":"preview","variables":{"A":"project's"},"timeout_seconds":77,
         "project_type":"php"}
        """);
    put("projects/preview/secrets/TOKEN", "{\"kind\":\"env\",\"value\":\"token-pass\"}");
    put("projects/preview/secrets/KEY", "{\"kind\":\"file\",\"value\":\"key-pass\"}");
  }

  @Test
  void a_preview_says_field_by_field_what_the_agent_is_told() {
    JsonPath preview = preview(REQUEST);
    AgentCalls.emptyQueue();
    as("developer").body(REQUEST).post("/api/projects/preview/builds").then().statusCode(201);
    AgentCalls agent = AgentCalls.joined();

    JsonPath wire =
        agent
            .call("/consume_action", "{\"wait\": 5}")
            .extract()
            .jsonPath()
            .setRootPath("[0].action_data");

    agent.succeed(wire.getString("action_id"), 1);
    for (String field : List.of("project", "type", "limits", "unrepeatable_steps")) {
      assertThat(preview.<Object>get(field)).as(field).isEqualTo(wire.get(field));
    }
    assertThat(preview.getString("ref")).isEqualTo(wire.getString("source.ref"));
    for (String field : List.of("git_server", "url", "ref", "submodules")) {
      same(preview, "source." + field, wire, "source." + field);
    }
    for (String field : List.of("name", "image", "pull_policy", "network")) {
      same(preview, "environment." + field, wire, "environment." + field);
    }
    same(preview, "environment.registry", wire, "environment.registry.address");
    for (String field : List.of("kind", "file", "context", "build_args")) {
      same(preview, "packaging." + field, wire, "packaging." + field);
    }
    assertThat(preview.getString("packaging.image"))
        .isEqualTo(wire.getString("packaging.image") + ":<build>_<time>");
    same(preview, "registry", wire, "registry.address");
    assertThat(preview.getList("home_files"))
        .containsExactlyElementsOf(wire.getMap("home_files").keySet().stream().toList());
    assertThat(preview.getList("secret_files"))
        .containsExactlyElementsOf(wire.getMap("secret_files").keySet().stream().toList());
    Map<String, String> told = wire.getMap("variables");
    Map<String, String> shown = new HashMap<>(variables(preview, "value"));
    assertThat(shown.replace("TOKEN", told.get("TOKEN"))).isEqualTo("***");
    assertThat(shown).isEqualTo(told);
    Map<String, String> versions = new HashMap<>();
    wire.<Map<String, String>>getList("build_config_file_version_list").forEach(versions::putAll);
    assertThat(preview.getString("steps.find { it.script == 'compile.sh' }.version"))
        .isEqualTo(versions.get("compile.sh"));
    assertThat(preview.getString("steps.find { it.step == 'compile' }.script"))
        .isEqualTo(wire.getString("compile_script"));
  }

  @Test
  void a_preview_says_where_each_variable_is_from_and_the_steps_with_their_scripts() {
    JsonPath preview = preview(REQUEST);

    assertThat(variables(preview, "from"))
        .isEqualTo(
            Map.of(
                "A", "project",
                "B", "parameter",
                "C", "configuration",
                "D", "parameter",
                "TOKEN", "secret"));
    assertThat(preview.getList("steps.step"))
        .containsExactly("checkout", "scripts", "image", "compile", "package", "push");
    assertThat(preview.getList("steps.content"))
        .containsExactly(null, null, null, "make\n", "FROM x\n", null);
    assertThat(preview.getString("environment.dockerfile")).isEqualTo("FROM busybox:1\nRUN true\n");
    assertThat(preview.getString("environment.build_image")).isEqualTo("build_preview:latest");
  }

  @Test
  void a_preview_tells_no_secret() {
    String preview = as("viewer").body(REQUEST).post("/api/projects/preview/preview").asString();

    assertThat(preview)
        .contains("***")
        .doesNotContain("git-pass", "reg-pass", "home-pass", "token-pass", "key-pass");
  }

  @Test
  void another_build_configuration_can_be_tried() {
    put(
        "build-configurations/preview-other",
        """
        {"build_environment":"preview","files":{"other.sh":"x"},"compile_script":"other.sh"}
        """);

    as("viewer")
        .body("{\"ref\":\"main\",\"build_configuration\":\"preview-other\"}")
        .post("/api/projects/preview/preview")
        .then()
        .statusCode(200)
        .body("build_configuration", equalTo("preview-other"))
        .body("steps.step", contains("checkout", "scripts", "image", "compile"));
  }

  @Test
  void what_could_not_be_enqueued_is_not_previewed() {
    as("viewer")
        .body("{\"ref\":\"../x\"}")
        .post("/api/projects/preview/preview")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("ref"));
    as("viewer")
        .body("{\"ref\":\"main\",\"parameters\":{\"TOKEN\":\"x\"}}")
        .post("/api/projects/preview/preview")
        .then()
        .statusCode(400);
    as("viewer")
        .body("{\"ref\":\"main\",\"build_configuration\":\"no-such\"}")
        .post("/api/projects/preview/preview")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("build_configuration"));
    as("viewer").body("{\"ref\":\"main\"}").post("/api/projects/no/preview").then().statusCode(404);
  }

  private static void same(JsonPath preview, String shown, JsonPath wire, String told) {
    assertThat(preview.<Object>get(shown)).as(shown).isNotNull().isEqualTo(wire.get(told));
  }

  private static Map<String, String> variables(JsonPath preview, String field) {
    Map<String, String> variables = new HashMap<>();
    preview
        .<Map<String, String>>getList("variables")
        .forEach(variable -> variables.put(variable.get("name"), variable.get(field)));
    return variables;
  }

  private static JsonPath preview(String request) {
    return as("viewer")
        .body(request)
        .post("/api/projects/preview/preview")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
