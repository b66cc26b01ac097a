package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laassoa.endtoend.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.endtoend.api.Build;

/**
 * Whatever an agent sends is answered, never by a 500, and what its owner has is neither lost nor
 * changed: after each test the owner's build still has its log, and ends as its owner says.
 */
@ExtendWith(Worlds.Extension.class)
class BadWireInputIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LOG = "first line\n";

  private final World world;
  private RawAgent owner;
  private Build build;
  private String data;

  BadWireInputIT(Worlds worlds) throws InterruptedException {
    this.world = worlds.bare();
  }

  @BeforeEach
  void an_owner_has_a_build_and_has_sent_a_line() throws IOException, InterruptedException {
    String name = World.unique("wire");
    world.project(name).compile("true\n").save();
    build = world.api().enqueue(name, "branch", "main", Map.of());
    owner = RawAgent.join(world);
    JsonNode order = owner.consume();
    assertThat(order.path("action_id").asText()).isEqualTo(Long.toString(build.id()));
    data = order.path("action_data").path("build_config_file_id").asText();
    assertThat(log(1, 0, LOG).statusCode()).isEqualTo(200);
  }

  @AfterEach
  void nothing_is_lost_or_changed() throws IOException, InterruptedException {
    Build now = world.api().build(build.id());
    assertThat(now.state()).isEqualTo("running");
    assertThat(now.attempt()).isEqualTo(1);
    assertThat(world.log(now)).isEqualTo(LOG);
    assertThat(complete(1, "{\"result\":\"succeeded\"}").statusCode()).isEqualTo(200);
    assertThat(world.api().build(build.id()).state()).isEqualTo("succeeded");
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
            "/join_agent",
            "/consume_action",
            "/comsume_action",
            "/fetch_data",
            "/log_data",
            "/complete_action")
        .flatMap(
            path ->
                Stream.of("{", "nonsense", "\"text\"", "7", "[", "[7]", "{\"a\":}", "\0", "{}}")
                    .map(body -> Arguments.of(path, body)));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void what_is_no_json_object_is_refused(String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = owner.post(path, body);

    assertProblem(answer, "malformed-request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/consume_action  | {\"actions\":\"build\"}",
        "/consume_action  | {\"actions\":[null]}",
        "/consume_action  | {\"capacity\":0}",
        "/consume_action  | {\"capacity\":1e99}",
        "/consume_action  | {\"wait\":-1}",
        "/consume_action  | {\"holding\":{}}",
        "/consume_action  | {\"holding\":[null]}",
        "/consume_action  | {\"holding\":[{\"attempt\":1}]}",
        "/consume_action  | {\"version\":\"\\u0000\"}",
        "/fetch_data      | {}",
        "/fetch_data      | {\"data_id\":{}}",
        "/fetch_data      | {\"data_id\":\"DATA\"}",
        "/fetch_data      | {\"data_id\":\"DATA\",\"param_list\":[null]}",
        "/fetch_data      | {\"data_id\":\"DATA\",\"param_list\":[{}]}",
        "/fetch_data      | [null]",
        "/log_data        | {}",
        "/log_data        | {\"action_id\":\"ID\",\"attempt\":1,\"offset\":11}",
        "/log_data        | {\"action_id\":\"ID\",\"attempt\":1,\"offset\":-1,\"data\":\"x\"}",
        "/log_data        | {\"action_id\":\"ID\",\"attempt\":-1,\"offset\":11,\"data\":\"x\"}",
        "/log_data        | {\"action_id\":\"ID\",\"attempt\":\"x\",\"offset\":11,\"data\":\"x\"}",
        "/log_data        | {\"action_id\":\"ID\",\"attempt\":1,\"offset\":1e30,\"data\":\"x\"}",
        "/complete_action | {}",
        "/complete_action | {\"action_id\":\"ID\",\"attempt\":1}",
        "/complete_action | {\"action_id\":\"ID\",\"attempt\":1,\"outcome\":{}}",
        "/complete_action | {\"action_id\":\"ID\",\"attempt\":1,\"outcome\":{\"result\":\"great\"}}",
        "/complete_action | {\"action_id\":\"ID\",\"attempt\":1,\"outcome\":\"succeeded\"}",
        "/complete_action | {\"action_id\":\"ID\",\"attempt\":1,\"outcome\":{\"result\":\"succeeded\"},\"log_bytes\":3}",
        "/complete_action | {\"action_id\":\"ID\",\"attempt\":1,\"outcome\":{\"result\":\"succeeded\"},\"log_bytes\":99}",
        "/complete_action | {\"action_id\":\"ID\",\"attempt\":1,\"outcome\":{\"result\":\"succeeded\"},\"commit\":\"../\"}",
        "/complete_action | {\"action_id\":\"ID\",\"attempt\":1,\"outcome\":{\"result\":\"succeeded\"},\"steps\":[null]}",
        "/complete_action | {\"action_id\":\"ID\",\"attempt\":1,\"outcome\":{\"result\":\"succeeded\"},\"images\":[null]}",
        "/complete_action | {\"action_id\":\"ID\",\"attempt\":1,\"outcome\":{\"result\":\"input_failed\",\"detail\":\"\\u0000\"}}",
        "/join_agent      | {}",
        "/join_agent      | {\"join_token\":\"no such\",\"name\":\"x\"}",
        "/join_agent      | {\"join_token\":7,\"name\":[]}"
      })
  void a_field_that_does_not_fit_is_refused(String path, String body)
      throws IOException, InterruptedException {
    String told = body.replace("ID", Long.toString(build.id())).replace("DATA", data);

    HttpResponse<String> answer = owner.post(path, told);

    assertProblem(answer);
  }

  @Test
  void an_unknown_action_type_is_refused() throws IOException, InterruptedException {
    HttpResponse<String> answer = owner.post("/consume_action", "{\"actions\":[\"no-such\"]}");

    assertProblem(answer, "unknown-action-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/join_agent", "/consume_action", "/fetch_data", "/log_data", "/complete_action"})
  void a_body_that_is_too_large_is_refused(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = owner.post(path, "x".repeat(17 << 20));

    assertProblem(answer, "too-large");
  }

  @Test
  void an_offset_beyond_is_refused_with_the_one_wanted() throws IOException, InterruptedException {
    HttpResponse<String> answer = log(1, LOG.length() + 1, "too far\n");

    JsonNode problem = assertProblem(answer, "log-gap");
    assertThat(problem.path("offset").asLong()).isEqualTo(LOG.length());
  }

  @Test
  void the_largest_offset_is_refused_too() throws IOException, InterruptedException {
    HttpResponse<String> answer = log(1, Long.MAX_VALUE, "too far\n");

    assertProblem(answer);
  }

  @Test
  void bytes_that_are_there_already_are_dropped() throws IOException, InterruptedException {
    HttpResponse<String> answer = log(1, 0, "other line\n");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(answer.body()).path("offset").asLong()).isEqualTo(LOG.length());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, Integer.MAX_VALUE})
  void a_forged_attempt_is_refused(int attempt) throws IOException, InterruptedException {
    HttpResponse<String> logged = log(attempt, 0, "forged\n");
    HttpResponse<String> completed = complete(attempt, "{\"result\":\"succeeded\"}");
    HttpResponse<String> held = owner.post("/consume_action", holding(build.id(), attempt));

    assertProblem(logged, "attempt-superseded");
    assertProblem(completed, "attempt-superseded");
    assertThat(held.body()).contains("\"abandon\"");
  }

  @Test
  void another_agents_attempt_is_refused() throws IOException, InterruptedException {
    RawAgent real = owner;
    owner = RawAgent.join(world);
    try {
      assertProblem(log(1, LOG.length(), "forged\n"), "attempt-superseded");
      assertProblem(complete(1, "{\"result\":\"succeeded\"}"), "attempt-superseded");
      assertProblem(fetch(data), "forbidden");
      assertThat(owner.post("/consume_action", holding(build.id(), 1)).body())
          .contains("\"abandon\"");
    } finally {
      owner = real;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "999999999",
        "9223372036854775807",
        "92233720368547758080",
        "../1",
        "x"
      })
  void an_unknown_action_is_refused(String id) throws IOException, InterruptedException {
    String named = "{\"action_id\":\"" + id + "\",\"attempt\":1,";

    assertProblem(owner.post("/log_data", named + "\"offset\":0,\"data\":\"x\"}"), "not-found");
    assertProblem(
        owner.post("/complete_action", named + "\"outcome\":{\"result\":\"succeeded\"}}"),
        "not-found");
    assertProblem(fetch(id), "forbidden");
    assertThat(owner.post("/consume_action", "{\"holding\":[" + named + "\"step\":\"x\"}]}").body())
        .contains("\"abandon\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../compile.sh", "/etc/passwd", "no-such.sh", "编译.sh"})
  void a_script_that_the_build_does_not_have_is_refused(String name)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        owner.post(
            "/fetch_data",
            "{\"data_id\":\"%s\",\"param_list\":[{\"build_config_file_version_list\":\"%s\"}]}"
                .formatted(data, name));

    assertProblem(answer, "invalid-field");
  }

  private HttpResponse<String> log(int attempt, long offset, String text)
      throws IOException, InterruptedException {
    return owner.post(
        "/log_data?action_id=%d&attempt=%d&offset=%d".formatted(build.id(), attempt, offset),
        text.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> complete(int attempt, String outcome)
      throws IOException, InterruptedException {
    return owner.post(
        "/complete_action",
        "{\"action_id\":\"%d\",\"attempt\":%d,\"outcome\":%s}"
            .formatted(build.id(), attempt, outcome));
  }

  private HttpResponse<String> fetch(String id) throws IOException, InterruptedException {
    return owner.post(
        "/fetch_data",
        "{\"data_id\":\"%s\",\"param_list\":[{\"build_config_file_version_list\":\"compile.sh\"}]}"
            .formatted(id));
  }

  private static String holding(long action, int attempt) {
    return "{\"holding\":[{\"action_id\":\"%d\",\"attempt\":%d}]}".formatted(action, attempt);
  }
}
