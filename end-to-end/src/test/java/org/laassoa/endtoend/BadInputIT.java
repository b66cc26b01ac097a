package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is answered by a problem of the catalogue, never by a 500, and changes nothing. */
@ExtendWith(Worlds.Extension.class)
class BadInputIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Worlds worlds;

  BadInputIT(Worlds worlds) {
    this.worlds = worlds;
  }

  static String[] tricks() {
    return new String[] {
      "../../etc/passwd",
      "/etc/passwd",
      "a/../../b",
      "nul\0inside",
      "..",
      "",
      "-option",
      "x".repeat(300)
    };
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void a_trick_in_a_file_name_is_refused(String name) throws IOException, InterruptedException {
    World world = worlds.on(Execution.PROCESS);
    String body =
        JSON.writeValueAsString(
            Map.of(
                "build_environment", "none",
                "files", Map.of(name, "true\n"),
                "packaging", Map.of("kind", "none")));

    HttpResponse<String> response =
        world.api().raw("PUT", "/api/build-configurations/" + World.unique("trick"), body);

    assertProblem(response);
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void a_trick_in_a_ref_is_refused(String ref) throws IOException, InterruptedException {
    World world = worlds.on(Execution.PROCESS);
    String name = World.unique("trick");
    world.project(name).compile("true\n").save();
    String body = JSON.writeValueAsString(Map.of("type", "branch", "ref", ref));

    HttpResponse<String> response =
        world.api().raw("POST", "/api/projects/" + name + "/builds", body);

    assertProblem(response);
    assertThat(world.api().get("/api/builds?project=" + name).path("total").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "[]", "nonsense", "{\"type\":\"branch\"}", "{\"type\":1,\"ref\":{}}"})
  void a_malformed_body_is_refused(String body) throws IOException, InterruptedException {
    World world = worlds.on(Execution.PROCESS);
    String name = World.unique("malformed");
    world.project(name).compile("true\n").save();

    HttpResponse<String> response =
        world.api().raw("POST", "/api/projects/" + name + "/builds", body);

    assertProblem(response);
  }

  @ParameterizedTest
  @ValueSource(strings = {"功能/登录", "feature/with-slash", "v1.0"})
  void an_unusual_but_valid_ref_is_built(String ref) throws InterruptedException {
    World world = worlds.on(Execution.PROCESS);
    String name = World.unique("ref");
    world.repository(name).branch(ref).write("file", "content").commit("A branch");
    String project = world.project(name).compile("cat file\n").save();

    var build = world.build(project, "branch", ref);

    assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
  }

  private static void assertProblem(HttpResponse<String> response) throws IOException {
    assertThat(response.statusCode()).as(response.body()).isBetween(400, 499);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(JSON.readTree(response.body()).path("type").asText())
        .startsWith("urn:laas-soa:problem:");
  }
}
