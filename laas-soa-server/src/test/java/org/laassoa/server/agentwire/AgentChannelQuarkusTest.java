package org.laassoa.server.agentwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;

/** The doorbell: what an agent hears, and when. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class AgentChannelQuarkusTest {

  @TestHTTPResource("/agent_channel")
  URI address;

  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private AgentCalls agent;

  @BeforeEach
  void oneProjectAndAnEmptyQueue() {
    put("git-servers/bell", "{\"address\":\"https://git.example\"}");
    put("build-environments/bell", "{\"image\":\"busybox:1\"}");
    put(
        "build-configurations/bell",
        """
        {"build_environment":"bell","files":{"compile.sh":"true"},"compile_script":"compile.sh"}
        """);
    put(
        "projects/bell",
        """
        {"repository":"team/app.git","git_server":"bell","build_configuration":"bell"}
        """);
    AgentCalls.emptyQueue();
    agent = AgentCalls.joined();
  }

  @Test
  void it_says_hello_at_once() throws Exception {
    try (Bell bell = bell(agent.token())) {
      assertThat(next()).isEqualTo("hello");
    }
  }

  @Test
  void it_rings_when_a_build_is_enqueued_and_the_poll_brings_it() throws Exception {
    agent.call("/consume_action", "{}").statusCode(200);
    try (Bell bell = bell(agent.token())) {
      next();

      int build = enqueue();

      awaitRing();
      assertThat(agent.takeOne()).isEqualTo(Integer.toString(build));
    }
  }

  @Test
  void it_rings_when_what_the_agent_holds_is_cancelled() throws Exception {
    int build = enqueue();
    agent.takeOne();
    String holding = "{\"holding\": [{\"action_id\": \"" + build + "\", \"attempt\": 1}]}";
    agent.call("/consume_action", holding).statusCode(200);
    try (Bell bell = bell(agent.token())) {
      next();

      as("admin").post("/api/builds/" + build + "/cancel").then().statusCode(202);

      awaitRing();
      String order = agent.call("/consume_action", holding).extract().path("[0].action");
      assertThat(order).isEqualTo("cancel");
    }
  }

  @Test
  void nobody_without_a_token_gets_one() {
    assertThatThrownBy(() -> bell("laas-agent-none"))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
  }

  private static int enqueue() {
    return as("developer")
        .body("{\"ref\": \"main\"}")
        .post("/api/projects/bell/builds")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String next() throws InterruptedException {
    return frames.poll(10, TimeUnit.SECONDS);
  }

  private void awaitRing() throws InterruptedException {
    String frame = next();
    while ("alive".equals(frame)) {
      frame = next();
    }
    assertThat(frame).isEqualTo("poll");
  }

  private record Bell(HttpClient client, WebSocket socket) implements AutoCloseable {
    @Override
    public void close() {
      socket.abort();
      client.shutdownNow();
    }
  }

  private Bell bell(String token) {
    HttpClient client = HttpClient.newHttpClient();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .buildAsync(
                URI.create(address.toString().replace("http:", "ws:")),
                new WebSocket.Listener() {
                  @Override
                  public CompletionStage<?> onText(
                      WebSocket webSocket, CharSequence data, boolean last) {
                    frames.add(data.toString());
                    webSocket.request(1);
                    return null;
                  }
                })
            .join();
    return new Bell(client, socket);
  }
}
