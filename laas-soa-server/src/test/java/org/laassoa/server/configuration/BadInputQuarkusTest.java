package org.laassoa.server.configuration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.get;
import static org.laassoa.server.configuration.ConfigurationApi.put;
import static org.laassoa.server.configuration.ConfigurationApi.putProject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laassoa.server.EmbeddedPostgresResource;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class BadInputQuarkusTest {

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "git-servers | {\"address\":\"https://me:secret@a.example\"} | address",
        "git-servers | {\"address\":\"file:///etc\"} | address",
        "git-servers | {\"address\":\"https://a.example/../x\"} | address",
        "git-servers | {} | address",
        "git-servers | {\"address\":null} | address",
        "git-servers | {\"address\":\"https://a.example\",\"port\":0} | port",
        "git-servers | {\"address\":\"https://a.example\",\"port\":65536} | port",
        "git-servers | {\"address\":\"https://a.example\",\"port\":\"x\"} | port",
        "git-servers | {\"address\":\"https://a.example\",\"port\":99999999999} | port",
        "git-servers | {\"address\":\"https://a.example:80\",\"port\":81} | port",
        "git-servers | {\"address\":\"https://a.example\",\"kind\":\"svn\"} | kind",
        "git-servers | {\"address\":\"https://a.example\",\"kind\":1} | kind",
        "git-servers | {\"address\":\"https://a.example\",\"adress\":1} | adress",
        "git-servers | {\"address\":\"https://a.example\",\"description\":\"a\\u0000b\"} | description",
        "git-servers | {\"address\":\"https://a.example\",\"description\":\"\\ud800\"} | description",
        "git-servers | {\"address\":\"https://a.example\",\"username\":\"a\\nb\"} | username",
        "git-servers | {\"address\":\"https://a.example\",\"password\":\"a\\u0000\"} | password",
        "git-servers | {\"address\":\"https://a.example\",\"password\":[]} | password",
        "git-servers | {\"address\":\"https://a.example\",\"name\":\"other\"} | name",
        "image-registries | {\"address\":\"https://a.example\"} | address",
        "image-registries | {\"address\":\"a.example:5000\"} | address",
        "image-registries | {\"address\":\"a.example/../x\"} | address",
        "build-environments | {\"image\":\"UPPER\"} | image",
        "build-environments | {\"image\":\"busybox;rm\"} | image",
        "build-environments | {\"image\":\"busybox\",\"memory_bytes\":1} | memory_bytes",
        "build-environments | {\"image\":\"busybox\",\"cpus\":0} | cpus",
        "build-environments | {\"image\":\"busybox\",\"pids\":0} | pids",
        "build-environments | {\"image\":\"busybox\",\"network\":\"lan\"} | network",
        "build-environments | {\"image\":\"busybox\",\"pull_policy\":\"x\"} | pull_policy",
        "build-environments | {\"image\":\"busybox\",\"image_registry\":\"none\"} | image_registry",
        "build-configurations | {\"build_environment\":\"none\"} | build_environment",
        "build-configurations | {\"build_environment\":\"bad\",\"files\":{\"../x\":\"\"}} | files[../x]",
        "build-configurations | {\"build_environment\":\"bad\",\"files\":{\"-x\":\"\"}} | files[-x]",
        "build-configurations | {\"build_environment\":\"bad\",\"files\":{\"x\":null}} | files[x]",
        "build-configurations | {\"build_environment\":\"bad\",\"files\":{\"x\":\"\\u0000\"}} | files[x]",
        "build-configurations | {\"build_environment\":\"bad\",\"compile_script\":\"x\"} | compile_script",
        "build-configurations | {\"build_environment\":\"bad\",\"variables\":{\"A B\":\"\"}} | variables[A B]",
        "build-configurations | {\"build_environment\":\"bad\",\"variables\":{\"LAAS_X\":\"\"}} | variables[LAAS_X]",
        "build-configurations | {\"build_environment\":\"bad\",\"home_files\":{\"../x\":\"\"}} | home_files[../x]",
        "build-configurations | {\"build_environment\":\"bad\",\"home_files\":{\"/x\":\"\"}} | home_files[/x]",
        "build-configurations | {\"build_environment\":\"bad\",\"home_files\":{\"x\":null}} | home_files[x]",
        "build-configurations | {\"build_environment\":\"bad\",\"home_files\":7} | home_files",
        "build-configurations | {\"build_environment\":\"bad\",\"packaging\":{\"kind\":\"script\",\"file\":\"x\"}} | packaging.file",
        "build-configurations | {\"build_environment\":\"bad\",\"packaging\":{\"kind\":\"dockerfile\",\"file\":\"../x\"}} | packaging.file",
        "build-configurations | {\"build_environment\":\"bad\",\"packaging\":{\"kind\":\"dockerfile\"}} | packaging.file",
        "build-configurations | {\"build_environment\":\"bad\",\"packaging\":{\"kind\":\"none\",\"file\":\"x\"}} | packaging.file",
        "build-configurations | {\"build_environment\":\"bad\",\"packaging\":{\"kine\":\"none\"}} | packaging.kine",
        "parent-images | {\"build_environment\":\"bad\",\"files\":{}} | files",
        "parent-images | {\"build_environment\":\"bad\",\"files\":{\"D\":\"\"}} | packaging.file",
        "projects | {\"repository\":\"../x\",\"build_configuration\":\"bad\"} | repository",
        "projects | {\"repository\":\"/x\",\"build_configuration\":\"bad\"} | repository",
        "projects | {\"repository\":\"git@host:x\",\"build_configuration\":\"bad\"} | repository",
        "projects | {\"repository\":\"https://u:p@a.example/x\",\"build_configuration\":\"bad\"} | repository",
        "projects | {\"repository\":\"ssh://a.example/x\",\"build_configuration\":\"bad\"} | repository",
        "projects | {\"repository\":\"x\",\"build_configuration\":\"none\"} | build_configuration",
        "projects | {\"repository\":\"x\",\"build_configuration\":\"bad\",\"max_attempts\":11} | max_attempts",
        "projects | {\"repository\":\"x\",\"build_configuration\":\"bad\",\"timeout_seconds\":0} | timeout_seconds",
        "projects | {\"repository\":\"x\",\"build_configuration\":\"bad\",\"project_type\":\"c\"} | project_type",
      })
  void a_bad_field_is_named_and_nothing_is_stored(String collection, String body, String field) {
    put("build-environments/bad", "{\"image\":\"busybox:1\"}");
    put("build-configurations/bad", "{\"build_environment\":\"bad\"}");

    var answer = put(collection + "/refused", body);

    answer
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:laas-soa:problem:invalid-field"));
    List<String> fields = answer.extract().path("errors.field");
    assertThat(fields).containsExactly(field);
    assertThat(answer.extract().asString()).doesNotContain("secret", "org.laassoa", "java.");
    get(collection + "/refused").statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({"%00", "a%00b", ".hidden", "-dash", "a%20b", "a%5Cb", "a%3Bb", "a%0Ab"})
  void a_bad_name_is_refused(String name) {
    var answer =
        as("admin")
            .urlEncodingEnabled(false)
            .body("{\"address\":\"a.example\"}")
            .put("/api/image-registries/" + name)
            .then();

    answer.statusCode(400).body("errors[0].field", equalTo("name"));
    as("admin")
        .urlEncodingEnabled(false)
        .get("/api/image-registries/" + name)
        .then()
        .statusCode(404);
  }

  @Test
  void a_long_name_is_refused() {
    put("image-registries/" + "n".repeat(101), "{\"address\":\"a.example\"}")
        .statusCode(400)
        .body("errors[0].field", equalTo("name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"{", "[]", "7", "{\"a\":1,}", "{} {}", "{\"port\":1,\"port\":2}", "null", "``"})
  void a_body_that_is_no_object_is_refused(String body) {
    var answer = put("image-registries/malformed", body);

    answer.statusCode(400).contentType("application/problem+json");
    get("image-registries/malformed").statusCode(404);
  }

  @Test
  void a_refused_change_leaves_the_stored_entry_as_it_was() {
    putProject("kept");

    put("projects/kept", "{\"repository\":\"other\",\"build_configuration\":\"none\"}")
        .statusCode(400);

    get("projects/kept").body("repository", equalTo("team/app.git"));
  }

  @ParameterizedTest
  @CsvSource({"page=-1,page", "page=x,page", "size=0,size", "size=501,size", "q=%00,q"})
  void a_bad_query_is_refused(String query, String field) {
    as("viewer")
        .urlEncodingEnabled(false)
        .get("/api/projects?" + query)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo(field));
  }

  @Test
  void a_viewer_may_not_write_and_a_stranger_may_not_read() {
    as("viewer")
        .body("{\"address\":\"a.example\"}")
        .put("/api/image-registries/forbidden")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:laas-soa:problem:forbidden"));

    given()
        .get("/api/projects")
        .then()
        .statusCode(401)
        .body("type", equalTo("urn:laas-soa:problem:unauthorized"));
  }

  @Test
  void wrong_addresses_methods_and_media_types_are_problems_too() {
    as("admin").get("/api/nothing").then().statusCode(404);
    as("admin")
        .patch("/api/projects")
        .then()
        .statusCode(405)
        .body("type", equalTo("urn:laas-soa:problem:method-not-allowed"));

    given()
        .header("Test-Role", "admin")
        .contentType("text/plain")
        .body("x")
        .put("/api/projects/x")
        .then()
        .statusCode(415)
        .body("type", equalTo("urn:laas-soa:problem:unsupported-media-type"));
  }
}
