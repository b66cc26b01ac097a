package org.laassoa.server.configuration.script;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class ScriptVersionsQuarkusTest {
  private String name;

  @BeforeEach
  void a_configuration_with_two_versions() {
    name = "versions-" + System.nanoTime();
    put("build-environments/versions", "{\"image\":\"busybox:1\"}");
    save("{\"compile.sh\":\"one\\n\",\"old.sh\":\"old\\n\"}");
    save("{\"compile.sh\":\"two\\n\",\"new.sh\":\"new\\n\"}");
  }

  @Test
  void each_save_that_changes_a_file_is_a_version_with_its_author() {
    save("{\"compile.sh\":\"two\\n\",\"new.sh\":\"new\\n\"}");

    ValidatableResponse versions = get("");

    versions
        .statusCode(200)
        .body("total", equalTo(2))
        .body("items.number", contains(2, 1))
        .body("items[0].author", equalTo("admin"))
        .body("items[0].changes.file", contains("compile.sh", "new.sh", "old.sh"))
        .body("items[0].changes.change", contains("changed", "added", "removed"))
        .body("items[1].changes.change", contains("added", "added"));
  }

  @Test
  void a_version_has_the_contents_of_its_time() {
    ValidatableResponse first = get("/1");

    first
        .body("files['compile.sh'].content", equalTo("one\n"))
        .body("files", hasKey("old.sh"))
        .body("files", not(hasKey("new.sh")));
    get("/3").statusCode(404);
    get("/x").statusCode(404);
  }

  @Test
  void two_versions_are_compared_file_by_file() {
    ValidatableResponse diff = get("/1/diff?to=2");

    diff.body("files.file", contains("compile.sh", "new.sh", "old.sh"))
        .body("files[0].diff", containsString("-one\n+two\n"))
        .body("files[1].diff", containsString("--- /dev/null"))
        .body("files[2].diff", containsString("+++ /dev/null"));
    get("/1/diff").statusCode(400);
    get("/1/diff?to=9").statusCode(404);
  }

  @Test
  void files_that_are_too_long_are_not_compared() {
    save("{\"compile.sh\":\"%s\"}".formatted("x\\n".repeat(6000)));

    ValidatableResponse diff = get("/2/diff?to=3");

    diff.body("files[0].diff", equalTo(null));
  }

  @Test
  void a_version_is_restored_as_a_new_one() {
    as("admin")
        .post("/api/build-configurations/" + name + "/versions/1/restore")
        .then()
        .statusCode(200)
        .body("files['compile.sh'].content", equalTo("one\n"));

    get("").body("items.number", contains(3, 2, 1));
    as("viewer")
        .get("/api/build-configurations/" + name + "/history")
        .then()
        .body("total", equalTo(3));
    as("developer")
        .post("/api/build-configurations/" + name + "/versions/1/restore")
        .then()
        .statusCode(403);
  }

  @Test
  void a_version_without_the_compile_script_is_not_restored() {
    put(
        "build-configurations/" + name,
        """
        {"build_environment":"versions","files":{"new.sh":"x"},"compile_script":"new.sh"}
        """);

    as("admin")
        .post("/api/build-configurations/" + name + "/versions/1/restore")
        .then()
        .statusCode(400)
        .body("errors.field", contains("compile_script"));
  }

  @Test
  void parent_images_have_versions_too() {
    for (String content : new String[] {"FROM a\\n", "FROM b\\n"}) {
      put(
          "parent-images/" + name,
          "{\"build_environment\":\"versions\",\"files\":{\"Dockerfile\":\"%s\"}}"
              .formatted(content));
    }

    as("admin")
        .post("/api/parent-images/" + name + "/versions/1/restore")
        .then()
        .statusCode(200)
        .body("files.Dockerfile.content", equalTo("FROM a\n"));

    as("viewer").get("/api/parent-images/" + name + "/versions").then().body("total", equalTo(3));
    as("viewer").get("/api/parent-images/" + name + "/images").then().body("total", equalTo(0));
    as("viewer")
        .get("/api/parent-images/" + name + "/users")
        .then()
        .body("build_configurations", equalTo(java.util.List.of()));
  }

  private void save(String files) {
    put(
            "build-configurations/" + name,
            """
            {"build_environment":"versions","files":%s,"compile_script":"compile.sh"}
            """
                .formatted(files))
        .statusCode(org.hamcrest.Matchers.lessThan(300));
  }

  private ValidatableResponse get(String path) {
    return as("viewer").get("/api/build-configurations/" + name + "/versions" + path).then();
  }
}
