package org.laassoa.server.configuration.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;
import static org.laassoa.server.configuration.ConfigurationApi.putProject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.agentwire.AgentCalls;
import org.laassoa.server.database.Transactions;
import org.laassoa.server.secret.KeyRotation;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class SecretsQuarkusTest {
  private static final String VALUE = "s3cr3t-value";

  private final DataSource database;
  private final LaasConfig config;

  SecretsQuarkusTest(DataSource database, LaasConfig config) {
    this.database = database;
    this.config = config;
  }

  @AfterEach
  void no_shared_secrets() {
    List<String> left = as("admin").get("/api/secrets").then().extract().path("items.name");
    left.forEach(name -> as("admin").delete("/api/secrets/" + name).then().statusCode(204));
  }

  @Test
  void a_value_is_never_shown() {
    project("shown");

    ValidatableResponse created = putSecret("shown", "TOKEN", "env", VALUE);

    created.statusCode(201).body("has_value", equalTo(true)).body("updated_by", equalTo("admin"));
    for (String answer :
        List.of(
            created.extract().asString(),
            as("viewer").get("/api/projects/shown/secrets").asString(),
            as("viewer").get("/api/projects/shown/secrets/TOKEN").asString(),
            as("viewer").get("/api/projects/shown").asString())) {
      assertThat(answer).doesNotContain(VALUE);
    }
  }

  @Test
  void a_value_that_is_left_out_stays_and_one_that_is_cleared_is_refused() {
    project("kept-secret");
    putSecret("kept-secret", "TOKEN", "env", VALUE);

    put("projects/kept-secret/secrets/TOKEN", "{\"kind\":\"env\",\"description\":\"mine\"}")
        .statusCode(200)
        .body("description", equalTo("mine"));

    assertThat(handedOut("kept-secret").getString("variables.TOKEN")).isEqualTo(VALUE);
    put("projects/kept-secret/secrets/TOKEN", "{\"kind\":\"env\",\"value\":null}")
        .statusCode(400)
        .body("errors.field", hasItem("value"));
    put("projects/kept-secret/secrets/TOKEN", "{\"kind\":\"file\"}").statusCode(400);
  }

  @Test
  void the_owner_of_a_build_gets_variables_and_files_and_what_to_mask() {
    project("handed");
    putSecret("handed", "TOKEN", "env", VALUE);
    putSecret("handed", "KEY", "file", "-----BEGIN\\nabcdef\\n");

    JsonPath data = handedOut("handed");

    assertThat(data.getString("variables.TOKEN")).isEqualTo(VALUE);
    assertThat(data.getString("variables.KEY")).isNull();
    assertThat(data.getString("secret_files.KEY")).isEqualTo("-----BEGIN\nabcdef\n");
    assertThat(data.getList("secrets")).contains(VALUE, "-----BEGIN\nabcdef\n");
  }

  @Test
  void a_projects_own_secret_wins_over_a_shared_one_and_over_variables() {
    project("own");
    project("other");
    put("secrets/TOKEN", "{\"kind\":\"env\",\"value\":\"from all\"}")
        .statusCode(201)
        .body("projects", nullValue());
    putSecret("own", "TOKEN", "env", VALUE);

    String own = handedOut("own").getString("variables.TOKEN");
    String other = handedOut("other").getString("variables.TOKEN");

    assertThat(own).isEqualTo(VALUE);
    assertThat(other).isEqualTo("from all");
  }

  @Test
  void a_shared_secret_reaches_the_projects_that_it_names_and_no_others() {
    project("named");
    project("unnamed");
    put(
            "secrets/TOKEN",
            "{\"kind\":\"env\",\"value\":\"%s\",\"projects\":[\"named\"]}".formatted(VALUE))
        .statusCode(201)
        .body("projects", equalTo(List.of("named")));

    Map<String, String> named = handedOut("named").getMap("variables");
    Map<String, String> unnamed = handedOut("unnamed").getMap("variables");

    assertThat(named).containsEntry("TOKEN", VALUE);
    assertThat(unnamed).doesNotContainKey("TOKEN");
  }

  @Test
  void a_shared_secret_whose_last_project_is_deleted_is_for_nobody() {
    project("deleted");
    project("left");
    put(
        "secrets/TOKEN",
        "{\"kind\":\"env\",\"value\":\"%s\",\"projects\":[\"deleted\"]}".formatted(VALUE));

    as("admin").delete("/api/projects/deleted").then().statusCode(204);

    as("admin").get("/api/secrets/TOKEN").then().body("projects", equalTo(List.of()));
    assertThat(handedOut("left").getMap("variables")).doesNotContainKey("TOKEN");
  }

  @Test
  void builds_of_parent_images_get_only_what_is_allowed_to_them() {
    project("secret-parent");
    put(
        "parent-images/secret-parent",
        "{\"build_environment\":\"secret-parent\",\"files\":{\"Dockerfile\":\"FROM busybox\\n\"}}");
    put(
        "secrets/ALLOWED",
        "{\"kind\":\"env\",\"value\":\"%s\",\"parent_images\":true}".formatted(VALUE));
    put("secrets/OTHER", "{\"kind\":\"env\",\"value\":\"other-value\"}");
    AgentCalls.emptyQueue();
    as("developer").post("/api/parent-images/secret-parent/builds").then().statusCode(201);

    JsonPath data = taken();

    assertThat(data.getMap("variables")).containsOnlyKeys("ALLOWED");
  }

  @Test
  void a_change_reaches_the_next_build_of_the_same_plan() {
    project("changed");
    putSecret("changed", "TOKEN", "env", VALUE);
    handedOut("changed");

    putSecret("changed", "TOKEN", "env", "another-value").statusCode(200);

    assertThat(handedOut("changed").getString("variables.TOKEN")).isEqualTo("another-value");
  }

  @Test
  void a_parameter_does_not_replace_a_secret() {
    project("replaced");
    putSecret("replaced", "TOKEN", "env", VALUE);

    as("developer")
        .body("{\"ref\":\"main\",\"parameters\":{\"TOKEN\":\"mine\"}}")
        .post("/api/projects/replaced/builds")
        .then()
        .statusCode(400)
        .body("errors.message", hasItem(containsString("TOKEN, which is a secret")))
        .body(not(containsString(VALUE)));
  }

  @Test
  void a_secret_that_is_added_later_wins_over_the_parameter_of_a_build_that_waits() {
    project("later");
    AgentCalls.emptyQueue();
    as("developer")
        .body("{\"ref\":\"main\",\"parameters\":{\"TOKEN\":\"mine\",\"KEY\":\"mine\"}}")
        .post("/api/projects/later/builds")
        .then()
        .statusCode(201);

    putSecret("later", "TOKEN", "env", VALUE);
    putSecret("later", "KEY", "file", VALUE);

    assertThat(taken().getMap("variables")).containsOnly(Map.entry("TOKEN", VALUE));
  }

  @Test
  void neither_the_plan_nor_the_build_holds_a_secret() throws SQLException {
    project("plan");
    putSecret("plan", "TOKEN", "env", VALUE);
    handedOut("plan");

    String builds = as("viewer").get("/api/builds?project=plan").asString();

    assertThat(builds).doesNotContain(VALUE);
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT string_agg(payload::text, ' ') FROM plans")) {
      rows.next();
      assertThat(rows.getString(1)).contains("\"plan\"").doesNotContain(VALUE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LAAS_TOKEN, env, long enough, name",
    "1TOKEN, env, long enough, name",
    "A-B, env, long enough, name",
    "TOKEN, env, abc, value",
    "TOKEN, env, '   a   ', value",
    "TOKEN, file, a\\u0000bcdef, value"
  })
  void what_cannot_be_a_secret_is_refused(String name, String kind, String value, String field) {
    String project = "refused-" + System.nanoTime();
    project(project);

    putSecret(project, name, kind, value).statusCode(400).body("errors.field", hasItem(field));
  }

  @Test
  void a_file_may_have_64_kib_and_a_variable_32() {
    project("long");

    putSecret("long", "A", "file", "x".repeat(65_536)).statusCode(201);
    putSecret("long", "B", "file", "x".repeat(65_537)).statusCode(400);
    putSecret("long", "C", "env", "x".repeat(32_768)).statusCode(201);
    putSecret("long", "D", "env", "x".repeat(32_769)).statusCode(400);
  }

  @Test
  void only_administrators_change_secrets_and_see_the_shared_ones() {
    project("roles");

    String body = "{\"kind\":\"env\",\"value\":\"long enough\"}";

    as("developer").body(body).put("/api/projects/roles/secrets/A").then().statusCode(403);
    as("developer").body(body).put("/api/secrets/A").then().statusCode(403);
    as("developer").get("/api/secrets").then().statusCode(403);
    as("developer").delete("/api/projects/roles/secrets/A").then().statusCode(403);
    as("viewer").get("/api/projects/roles/secrets").then().statusCode(200);
    as("viewer").get("/api/projects/no-such/secrets").then().statusCode(404);
  }

  @Test
  void a_deleted_secret_is_gone() {
    project("gone-secret");
    putSecret("gone-secret", "TOKEN", "env", VALUE);

    as("admin").delete("/api/projects/gone-secret/secrets/TOKEN").then().statusCode(204);

    as("viewer").get("/api/projects/gone-secret/secrets/TOKEN").then().statusCode(404);
    assertThat(handedOut("gone-secret").getMap("variables")).doesNotContainKey("TOKEN");
  }

  /** The contexts of the list of columns are those of the code, or nothing would decrypt. */
  @Test
  void all_that_the_api_has_stored_survives_a_rotation_of_the_key_while_the_server_runs() {
    project("rotated");
    put("git-servers/rotated", "{\"address\":\"https://git.example\",\"password\":\"git-pass\"}");
    put("image-registries/rotated", "{\"address\":\"registry.example\",\"password\":\"reg-pass\"}");
    put(
        "machines/rotated",
        """
        {"address":"host.example","username":"ops","password":"machine-pass","passphrase":"phrase",
         "private_key":"-----BEGIN PRIVATE KEY-----\\nx\\n-----END PRIVATE KEY-----"}
        """);
    put(
        "build-configurations/rotated",
        """
        {"build_environment":"rotated","files":{"compile.sh":"true"},"compile_script":"compile.sh",
         "home_files":{".netrc":"home-pass"}}
        """);
    put(
        "projects/rotated",
        """
        {"repository":"a.git","git_server":"rotated","image_registry":"rotated",
         "build_configuration":"rotated"}
        """);
    putSecret("rotated", "TOKEN", "env", VALUE);
    put("secrets/SHARED", "{\"kind\":\"env\",\"value\":\"shared-value\"}");

    int changed = new KeyRotation(config.home(), new Transactions(database)).rotate();

    JsonPath data = handedOut("rotated");
    assertThat(changed).isGreaterThanOrEqualTo(8);
    assertThat(data.getString("source.password")).isEqualTo("git-pass");
    assertThat(data.getString("registry.password")).isEqualTo("reg-pass");
    assertThat(data.getMap("home_files").values()).containsExactly("home-pass");
    assertThat(data.getMap("variables"))
        .containsEntry("TOKEN", VALUE)
        .containsEntry("SHARED", "shared-value");
    as("admin").delete("/api/machines/rotated").then().statusCode(204);
  }

  @Test
  void the_list_of_a_project_names_shared_ones_too() {
    project("listed");
    put("secrets/SHARED", "{\"kind\":\"file\",\"value\":\"shared-value\"}");
    putSecret("listed", "TOKEN", "env", VALUE);

    as("viewer")
        .get("/api/projects/listed/secrets")
        .then()
        .body("items.name", hasItems("SHARED", "TOKEN"))
        .body("items.find { it.name == 'SHARED' }.scope", equalTo("shared"))
        .body("items.find { it.name == 'TOKEN' }.scope", equalTo("project"));
  }

  private static void project(String name) {
    put("git-servers/secrets", "{\"address\":\"https://git.example\"}");
    putProject(name);
    put(
        "projects/" + name,
        "{\"repository\":\"a.git\",\"git_server\":\"secrets\",\"build_configuration\":\"%s\"}"
            .formatted(name));
  }

  private static ValidatableResponse putSecret(
      String project, String name, String kind, String value) {
    return put(
        "projects/" + project + "/secrets/" + name,
        "{\"kind\":\"%s\",\"value\":\"%s\"}".formatted(kind, value));
  }

  /** What the owner of a new build of the project is given. */
  private static JsonPath handedOut(String project) {
    AgentCalls.emptyQueue();
    as("developer")
        .body("{\"ref\":\"main\"}")
        .post("/api/projects/" + project + "/builds")
        .then()
        .statusCode(201);
    return taken();
  }

  private static JsonPath taken() {
    AgentCalls agent = AgentCalls.joined();
    JsonPath taken =
        agent.call("/consume_action", "{\"wait\": 5}").statusCode(200).extract().jsonPath();
    agent.succeed(taken.getString("[0].action_id"), 1);
    return taken.setRootPath("[0].action_data");
  }
}
