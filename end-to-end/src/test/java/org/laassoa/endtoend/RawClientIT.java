package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.process.Command;

/** Case 11: {@code curl} alone plays an agent, with the wire's literal JSON. */
@ExtendWith(Worlds.Extension.class)
class RawClientIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Worlds worlds;

  RawClientIT(Worlds worlds) {
    this.worlds = worlds;
  }

  @Test
  void curl_plays_an_agent_from_consume_to_complete() throws IOException, InterruptedException {
    World world = worlds.bare();
    // Given
    String name = World.unique("raw");
    String project = world.project(name).compile("echo raw\n").save();
    Build queued = world.api().enqueue(project, "branch", "main", Map.of());
    String token = join(world);

    // When
    JsonNode order = curl(world, token, "/comsume_action", null).path(0);
    JsonNode data = order.path("action_data");
    String script =
        curl(
                world,
                token,
                "/fetch_data",
                """
                {"data_id":"%s","param_list":[{"build_config_file_version_list":"compile.sh"}]}
                """
                    .formatted(data.path("build_config_file_id").asText()))
            .path("data_list")
            .path("compile.sh")
            .asText();
    String id = order.path("action_id").asText();
    JsonNode logged =
        curl(
            world,
            token,
            "/log_data",
            "{\"action_id\":\"%s\",\"attempt\":1,\"offset\":0,\"data\":\"done by hand\\n\"}"
                .formatted(id));
    curl(
        world,
        token,
        "/complete_action",
        "{\"action_id\":\"%s\",\"attempt\":1,\"outcome\":{\"result\":\"succeeded\"}}"
            .formatted(id));

    // Then
    assertThat(order.path("action").asText()).isEqualTo("build");
    assertThat(order.path("attempt").asInt()).isEqualTo(1);
    assertThat(data.path("type").asText()).isEqualTo("branch");
    assertThat(data.path("build_config_file_version_list").path(0).has("compile.sh")).isTrue();
    assertThat(script).isEqualTo("echo raw\n");
    assertThat(logged.path("offset").asInt()).isEqualTo(13);
    Build build = world.api().build(queued.id());
    assertThat(build.state()).isEqualTo("succeeded");
    assertThat(world.log(build)).isEqualTo("done by hand\n");
  }

  private static String join(World world) throws IOException, InterruptedException {
    String body =
        "{\"join_token\":\"%s\",\"name\":\"raw\",\"actions\":[\"build\"]}"
            .formatted(world.api().joinToken());
    return curl(world, null, "/join_agent", body).path("token").asText();
  }

  /** Posts with curl; token and body by standard input, since a command line is public. */
  private static JsonNode curl(World world, String token, String path, String body)
      throws IOException {
    StringBuilder settings = new StringBuilder("silent\nshow-error\nfail-with-body\n");
    settings.append("request = POST\nurl = \"").append(world.server().address()).append(path);
    settings.append("\"\n");
    if (token != null) {
      settings.append("header = \"Authorization: Bearer ").append(token).append("\"\n");
    }
    if (body != null) {
      settings.append("header = \"Content-Type: application/json\"\n");
      settings.append("data-binary = ").append(JSON.writeValueAsString(body)).append('\n');
    }
    List<String> command = new ArrayList<>(List.of("curl", "--config", "-"));
    Command.Result result =
        Command.run(
            Path.of("").toAbsolutePath(),
            Map.of(),
            command,
            settings.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(result.exitCode()).as(result.output()).isZero();
    return JSON.readTree(result.output());
  }
}
