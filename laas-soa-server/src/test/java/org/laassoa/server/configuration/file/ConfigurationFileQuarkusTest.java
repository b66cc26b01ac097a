package org.laassoa.server.configuration.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class ConfigurationFileQuarkusTest {

  /** One entry of every kind, the users before what they use. */
  private static final String EVERY_KIND =
      """
      format: 1
      projects:
        {name}:
          git_server: {name}
          repository: team/{name}.git
          project_type: java
          build_configuration: {name}
          image_registry: {name}
          variables: {GREETING: hello}
          required_labels: [docker]
      build_configurations:
        {name}:
          build_environment: {name}
          parent_image: {name}
          compile_script: compile.sh
          files:
            compile.sh: |
              #!/bin/sh
              echo "hello: world"
            Dockerfile: FROM busybox:1
          packaging: {kind: dockerfile, file: Dockerfile}
          home_files:
            .netrc: machine git.example.com password hunter2
      parent_images:
        {name}:
          build_environment: {name}
          image_registry: {name}
          files: {Dockerfile: "FROM busybox:1"}
      build_environments:
        {name}: {image: "busybox:1", image_registry: {name}, memory_bytes: 104857600}
      image_registries:
        {name}: {address: registry.example.com, port: 5000, username: u, password: hunter2}
      git_servers:
        {name}: {address: "https://git.example.com", kind: gitlab, password: hunter2}
      machines:
        {name}: {address: 192.0.2.7, username: root, password: hunter2, labels: [gpu]}
      capability_rules:
        {name}: {network: 198.51.100.0/24, actions: [build]}
      """;

  @Test
  void every_kind_is_configured_by_one_file_in_any_order() {
    apply(EVERY_KIND.replace("{name}", "all-kinds"))
        .statusCode(200)
        .body("dry_run", equalTo(false))
        .body("changes", hasSize(8))
        .body("changes.effect.unique()", equalTo(List.of("created")));

    for (String address :
        List.of(
            "projects",
            "build-configurations",
            "parent-images",
            "build-environments",
            "image-registries",
            "git-servers",
            "machines",
            "capability-rules")) {
      as("viewer").get("/api/" + address + "/all-kinds").then().statusCode(200);
    }
    as("viewer")
        .get("/api/build-configurations/all-kinds")
        .then()
        .body("files.'compile.sh'.content", equalTo("#!/bin/sh\necho \"hello: world\"\n"))
        .body("home_file_names", hasItem(".netrc"));
    delete("capability-rules/all-kinds");
  }

  @Test
  void the_same_file_once_more_changes_nothing_with_its_passwords_too() {
    String file = EVERY_KIND.replace("{name}", "again").replace("198.51.100", "203.0.113");
    apply(file).statusCode(200);

    apply(file).statusCode(200).body("changes", empty()).body("unchanged", equalTo(8));

    delete("capability-rules/again");
  }

  @Test
  void projects_that_follow_each_other_and_their_webhook_are_applied_in_any_order() {
    String file =
        """
        build_environments: {follow: {image: "busybox:1"}}
        build_configurations:
          follow:
            {build_environment: follow, files: {compile.sh: "true"}, compile_script: compile.sh}
        projects:
          follow-a:
            {repository: t/a.git, build_configuration: follow, downstream: [{project: follow-b}]}
          follow-b: {repository: t/b.git, build_configuration: follow}
        webhooks:
          follow:
            url: "https://chat.example/hook"
            secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
            projects: [follow-a]
        """;
    apply(file).statusCode(200).body("changes", hasSize(5));

    apply(file).statusCode(200).body("changes", empty());

    delete("webhooks/follow");
    delete("projects/follow-a");
    delete("projects/follow-b");
  }

  @Test
  void a_dry_run_tells_the_differences_and_stores_nothing() {
    put("git-servers/dry", "{\"address\":\"https://a.example\",\"port\":3000}");
    String file =
        """
        git_servers:
          dry: {address: "https://a.example", port: 443}
          dry-new: {address: "https://b.example"}
        """;

    yaml("admin", file)
        .post("/api/apply?dry_run=true")
        .then()
        .statusCode(200)
        .body("dry_run", equalTo(true))
        .body("changes.name", equalTo(List.of("dry", "dry-new")))
        .body("changes[0].effect", equalTo("updated"))
        .body("changes[0].changes[0].field", equalTo("port"))
        .body("changes[0].changes[0].before", equalTo(3000))
        .body("changes[0].changes[0].after", equalTo(443));

    as("viewer").get("/api/git-servers/dry").then().body("port", equalTo(3000));
    as("viewer").get("/api/git-servers/dry-new").then().statusCode(404);
    as("viewer").get("/api/git-servers/dry/history").then().body("total", equalTo(1));
  }

  @Test
  void a_file_with_errors_names_all_of_them_and_changes_nothing() {
    apply(
            """
            git_servers:
              good: {address: "https://a.example"}
              bad: {address: "ftp://a.example", port: 99999}
              worse: {adress: "https://a.example"}
            projects:
              lost: {repository: a/b, build_configuration: nowhere}
            """)
        .statusCode(400)
        .body(
            "errors.field",
            hasItems(
                "git_servers.bad.port",
                "git_servers.worse.adress",
                "projects.lost.build_configuration"));

    as("viewer").get("/api/git-servers/good").then().statusCode(404);
  }

  @Test
  void what_is_exported_is_applied_without_a_change_and_shows_no_secret() {
    apply(EVERY_KIND.replace("{name}", "exported").replace("198.51.100.0", "192.0.2.0"))
        .statusCode(200);

    String file = as("admin").get("/api/export").then().statusCode(200).extract().asString();

    assertThat(file)
        .contains("exported:", "echo \"hello: world\"")
        .doesNotContain("hunter2", " password:", "home_files", "has_");
    apply(file).statusCode(200).body("changes", empty());
    delete("capability-rules/exported");
  }

  @Test
  void entries_that_a_section_does_not_name_are_deleted_only_when_asked_for() {
    put("capability-rules/pruned", "{\"network\":\"233.252.0.0/24\",\"actions\":[]}");
    String file = "capability_rules: {}";
    apply(file).statusCode(200).body("changes", empty());

    yaml("admin", file)
        .post("/api/apply?prune=true")
        .then()
        .statusCode(200)
        .body("changes.name", hasItem("pruned"))
        .body("changes.effect.unique()", equalTo(List.of("deleted")));

    as("viewer").get("/api/capability-rules/pruned").then().statusCode(404);
  }

  @Test
  void pruning_what_is_used_is_refused_and_changes_nothing() {
    apply(EVERY_KIND.replace("{name}", "prune-used").replace("198.51.100.0", "198.18.0.0"))
        .statusCode(200);

    yaml("admin", "build_environments: {}")
        .post("/api/apply?prune=true")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:laas-soa:problem:in-use"));

    as("viewer").get("/api/build-environments/prune-used").then().statusCode(200);
    delete("capability-rules/prune-used");
  }

  @Test
  void json_is_taken_too() {
    as("admin")
        .contentType("application/json")
        .body("{\"git_servers\":{\"by-json\":{\"address\":\"https://a.example\"}}}")
        .post("/api/apply")
        .then()
        .statusCode(200)
        .body("changes.name", equalTo(List.of("by-json")));
  }

  @Test
  void an_alias_is_refused_before_it_can_grow() {
    apply(
            """
            a: &a [x, x, x, x, x, x, x, x, x]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
            d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
            git_servers: *d
            """)
        .statusCode(400)
        .body("detail", containsString("Aliases are not taken"));
  }

  @Test
  void a_tag_that_names_a_class_makes_nothing() {
    apply("git_servers: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1\"]]")
        .statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "just a text",
        "[]",
        "git_servers: [",
        "git_servers: 7",
        "git_servers: {a: 7}",
        "git_servers: {a: {address: 'https://a.example'}, a: {address: 'https://b.example'}}",
        "gitservers: {}",
        "format: 2",
        "format: 1\n---\nformat: 1",
        "git_servers: {\"\\0\": {address: 'https://a.example'}}",
        "git_servers: {a: {address: \"https://a.example\", description: \"\\0\"}}",
        "users: {admin: {role: admin}}"
      })
  void what_is_no_configuration_is_refused_in_words(String text) {
    apply(text)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", not(emptyOrNullString()));
  }

  @Test
  void a_file_that_is_nested_without_end_is_refused() {
    apply("git_servers: " + "[".repeat(100_000)).statusCode(400);
    apply("git_servers: " + "{a: ".repeat(10_000)).statusCode(400);
  }

  @Test
  void a_file_that_is_too_long_is_refused() {
    apply("# " + "x".repeat(9 * 1024 * 1024)).statusCode(413);
  }

  @Test
  void a_dry_run_that_is_misspelt_applies_nothing() {
    yaml("admin", "git_servers: {misspelt: {address: 'https://a.example'}}")
        .post("/api/apply?dry_run=yes")
        .then()
        .statusCode(400);

    as("viewer").get("/api/git-servers/misspelt").then().statusCode(404);
  }

  @Test
  void only_administrators_may() {
    as("developer").get("/api/export").then().statusCode(403);
    yaml("developer", "format: 1").post("/api/apply").then().statusCode(403);
  }

  private static ValidatableResponse apply(String file) {
    return yaml("admin", file).post("/api/apply").then();
  }

  private static RequestSpecification yaml(String role, String file) {
    return as(role).contentType("application/yaml").body(file.getBytes(StandardCharsets.UTF_8));
  }

  private static void delete(String path) {
    as("admin").delete("/api/" + path).then().statusCode(204);
  }
}
