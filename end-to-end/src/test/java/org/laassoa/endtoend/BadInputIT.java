package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laassoa.endtoend.Problems.assertProblem;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is answered by a problem of the catalogue, never by a 500, and changes nothing. */
@ExtendWith(Worlds.Extension.class)
class BadInputIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final World world;

  BadInputIT(Worlds worlds) throws InterruptedException {
    this.world = worlds.on(Execution.PROCESS);
  }

  static String[] tricks() {
    return new String[] {
      "../../etc/passwd",
      "/etc/passwd",
      "a/../../b",
      "nul\0inside",
      "..",
      "",
      "x".repeat(300) + "/../" + "x".repeat(300)
    };
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void a_trick_in_a_script_name_is_refused(String name) throws IOException, InterruptedException {
    assertConfigurationRefused(Map.of("files", Map.of(name, "true\n")));
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void a_trick_in_a_home_file_name_is_refused(String name)
      throws IOException, InterruptedException {
    assertConfigurationRefused(Map.of("files", Map.of(), "home_files", Map.of(name, "x")));
  }

  private void assertConfigurationRefused(Map<String, ?> fields)
      throws IOException, InterruptedException {
    String name = World.unique("trick");
    world.api().put("/api/build-environments/" + name, Map.of("image", "none"));
    Map<String, Object> body = new HashMap<>(fields);
    body.put("build_environment", name);
    body.put("packaging", Map.of("kind", "none"));

    HttpResponse<String> response =
        world
            .api()
            .raw("PUT", "/api/build-configurations/" + name, JSON.writeValueAsString(body));

    assertProblem(response, "invalid-field");
    assertProblem(world.api().raw("GET", "/api/build-configurations/" + name, null), "not-found");
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void a_trick_in_a_repository_is_refused(String repository)
      throws IOException, InterruptedException {
    String name = World.unique("trick");
    world.project(name).compile("true\n").save();
    String before = world.api().get("/api/projects/" + name).toString();
    String body =
        JSON.writeValueAsString(
            Map.of("project_type", "other", "repository", repository, "build_configuration", name));

    HttpResponse<String> response = world.api().raw("PUT", "/api/projects/" + name, body);

    assertProblem(response, "invalid-field");
    assertThat(world.api().get("/api/projects/" + name)).hasToString(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%2e%2e%2f%2e%2e%2fetc", "%2Fetc%2Fpasswd", "nul%00inside", "-option"})
  void a_trick_in_a_project_name_is_refused(String name) throws IOException, InterruptedException {
    assertNoSuchProjectIsMade(name);
  }

  @Test
  void a_project_name_of_300_characters_is_refused() throws IOException, InterruptedException {
    assertNoSuchProjectIsMade("x".repeat(300));
  }

  private void assertNoSuchProjectIsMade(String name) throws IOException, InterruptedException {
    int before = world.api().get("/api/projects").path("total").asInt();
    String any = World.unique("trick");
    world.project(any).compile("true\n").save();
    String body =
        JSON.writeValueAsString(
            Map.of("project_type", "other", "repository", "a.git", "build_configuration", any));

    HttpResponse<String> response = world.api().raw("PUT", "/api/projects/" + name, body);

    assertProblem(response);
    assertThat(world.api().get("/api/projects").path("total").asInt()).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void a_trick_in_a_ref_is_refused(String ref) throws IOException, InterruptedException {
    String name = World.unique("trick");
    world.project(name).compile("true\n").save();
    String body = JSON.writeValueAsString(Map.of("type", "branch", "ref", ref));

    HttpResponse<String> response =
        world.api().raw("POST", "/api/projects/" + name + "/builds", body);

    assertProblem(response, "invalid-field");
    assertThat(world.api().get("/api/builds?project=" + name).path("total").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "[]", "nonsense", "{\"type\":\"branch\"}", "{\"type\":1,\"ref\":{}}"})
  void a_malformed_body_is_refused(String body) throws IOException, InterruptedException {
    String name = World.unique("malformed");
    world.project(name).compile("true\n").save();

    HttpResponse<String> response =
        world.api().raw("POST", "/api/projects/" + name + "/builds", body);

    assertProblem(response);
  }

  @ParameterizedTest
  @ValueSource(strings = {"feature/with-slash", "v1.0"})
  void an_unusual_but_valid_ref_is_built(String ref) throws InterruptedException {
    String name = World.unique("ref");
    world.repository(name).branch(ref).write("file", "content").commit("A branch");
    String project = world.project(name).compile("cat file\n").save();

    var build = world.build(project, "branch", ref);

    assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
  }

  @Test
  void a_body_that_is_too_large_is_refused() throws IOException, InterruptedException {
    HttpResponse<String> response =
        world.api().raw("PUT", "/api/projects/large", "x".repeat(17 << 20));

    assertProblem(response, "too-large");
  }
}
