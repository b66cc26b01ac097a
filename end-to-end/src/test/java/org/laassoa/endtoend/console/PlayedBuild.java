package org.laassoa.endtoend.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.laassoa.endtoend.RawAgent;
import org.laassoa.endtoend.World;

/** A build whose agent is the test: it prints what the test wants, when the test wants it. */
final class PlayedBuild {

  private static final int CHUNK = 2 * 1024 * 1024;
  private static final String STARTED = "2026-11-22T10:00:00Z";

  private final RawAgent agent;
  private final String id;
  private int attempt = 1;
  private long printed;
  private String steps = "";
  private long stepFrom;

  private PlayedBuild(RawAgent agent, String id) {
    this.agent = agent;
    this.id = id;
  }

  /** Enqueues a build and takes it. */
  static PlayedBuild begin(World world) throws IOException, InterruptedException {
    String project = world.project(World.unique("played")).compile("true\n").save();
    long wanted = world.api().enqueue(project, "branch", "main", Map.of()).id();
    RawAgent agent = RawAgent.join(world);
    JsonNode taken = agent.consume();
    assertThat(taken.path("action_id").asText()).isEqualTo(Long.toString(wanted));
    return new PlayedBuild(agent, taken.path("action_id").asText());
  }

  String id() {
    return id;
  }

  PlayedBuild print(String text) throws IOException, InterruptedException {
    return print(text.getBytes(StandardCharsets.UTF_8));
  }

  PlayedBuild print(byte[] bytes) throws IOException, InterruptedException {
    for (int at = 0; at < bytes.length; at += CHUNK) {
      byte[] chunk = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + CHUNK));
      String place = "/log_data?action_id=" + id + "&attempt=" + attempt + "&offset=" + printed;
      HttpResponse<String> answer = agent.post(place, chunk);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      printed += chunk.length;
    }
    return this;
  }

  /** A step, with what it has printed since the last one. */
  PlayedBuild step(String name, String state) {
    steps +=
        (steps.isEmpty() ? "" : ",")
            + """
            {"name": "%s", "state": "%s", "started_at": "%s", "ended_at": "%s",
             "log_from": %d, "log_to": %d}
            """
                .formatted(name, state, STARTED, STARTED, stepFrom, printed);
    stepFrom = printed;
    return this;
  }

  PlayedBuild succeed() throws IOException, InterruptedException {
    return end("{\"result\": \"succeeded\"}");
  }

  PlayedBuild fail() throws IOException, InterruptedException {
    return end("{\"result\": \"script_failed\", \"step\": \"compile\", \"exit_code\": 1}");
  }

  /** The agent has to stop; it is back at once, and takes the build's next attempt. */
  PlayedBuild startAgain() throws IOException, InterruptedException {
    end("{\"result\": \"handed_back\", \"step\": \"compile\"}");
    JsonNode taken = agent.consume();
    assertThat(taken.path("action_id").asText()).isEqualTo(id);
    attempt = taken.path("attempt").asInt();
    printed = 0;
    steps = "";
    stepFrom = 0;
    return this;
  }

  private PlayedBuild end(String outcome) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        agent.post(
            "/complete_action",
            """
            {"action_id": "%s", "attempt": %d, "steps": [%s], "outcome": %s}
            """
                .formatted(id, attempt, steps, outcome));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return this;
  }
}
