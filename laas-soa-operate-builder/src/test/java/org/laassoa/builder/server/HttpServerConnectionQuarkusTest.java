package org.laassoa.builder.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.builder.server.ServerFailure.RequestRefused;
import org.laassoa.builder.server.ServerFailure.ServerUnreachable;
import org.laassoa.builder.server.ServerFailure.TokenRefused;
import org.laassoa.builder.testing.ScriptedServer;
import org.laassoa.wire.CompleteRequest;
import org.laassoa.wire.ConsumeRequest;
import org.laassoa.wire.FetchRequest;
import org.laassoa.wire.JoinRequest;
import org.laassoa.wire.Outcome;

@QuarkusTest
class HttpServerConnectionQuarkusTest {

  private static final ConsumeRequest POLL =
      new ConsumeRequest(
          List.of("build"), 1, 0, List.of(), "1", "docker", null, null, null, null, null);

  private static final String WHOLE_HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n";

  @Inject Vertx vertx;

  private ScriptedServer server;
  private ServerConnection connection;

  @BeforeEach
  void connect() throws Exception {
    server = new ScriptedServer();
    connection = HttpServerConnection.of(server.address(), "agent-token", vertx);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_join_carries_no_agent_token() throws Exception {
    HttpServerConnection.toJoin(server.address(), vertx).join(new JoinRequest("j", "n", null, "1"));

    assertThat(server.calls("/join_agent").getFirst().authorization()).isEqualTo("null");
  }

  @Test
  void a_poll_is_written_as_the_wire_wants_it() throws Exception {
    connection.poll(POLL);

    assertThat(server.calls("/consume_action").getFirst().body().toString())
        .isEqualTo(
            """
            {"actions":["build"],"capacity":1,"wait":0,"holding":[],"version":"1",\
            "executor":"docker"}\
            """);
  }

  @Test
  void scripts_come_by_name() throws Exception {
    assertThat(connection.fetch(FetchRequest.of("c@1", List.of("a.sh"))).dataList())
        .containsEntry("a.sh", "true\n");
  }

  @Test
  void log_bytes_go_as_they_are() throws Exception {
    byte[] bytes = {'a', 'b', '\r', 'c'};

    assertThat(connection.appendLog("7", 1, 0, bytes)).isEqualTo(new LogAppended.Accepted(4));
    assertThat(server.log().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
  }

  @Test
  void a_gap_is_told_with_the_offset_wanted() throws Exception {
    assertThat(connection.appendLog("7", 1, 9, new byte[] {1})).isEqualTo(new LogAppended.Gap(0));
  }

  @Test
  void an_end_whose_log_is_not_there_is_told_with_the_offset_wanted() throws Exception {
    CompleteRequest end =
        new CompleteRequest(
            "7", 1, new Outcome.Succeeded(), List.of(), null, List.of(), 5L, "0".repeat(64));

    assertThat(connection.complete(end)).isEqualTo(new Completed.LogIncomplete(0));
  }

  @Test
  void a_401_is_a_refused_token() {
    server.fail("/consume_action", 401);

    assertThatThrownBy(() -> connection.poll(POLL)).isInstanceOf(TokenRefused.class);
  }

  @Test
  void a_403_is_a_refused_request_with_the_problems_words() {
    server.fail("/consume_action", 403);

    assertThatThrownBy(() -> connection.poll(POLL))
        .isInstanceOf(RequestRefused.class)
        .hasMessage("HTTP 403: scripted");
  }

  @Test
  void a_busy_or_failing_server_counts_as_away() {
    server.fail("/consume_action", 429, 500);

    assertThatThrownBy(() -> connection.poll(POLL)).isInstanceOf(ServerUnreachable.class);
    assertThatThrownBy(() -> connection.poll(POLL)).isInstanceOf(ServerUnreachable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", WHOLE_HEAD, WHOLE_HEAD + "[{"})
  void an_answer_that_breaks_off_counts_as_none(String begin) throws Exception {
    try (ServerSocket breaking = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> breakOff(breaking, begin));
      URI address = URI.create("http://127.0.0.1:" + breaking.getLocalPort());

      assertThatThrownBy(() -> HttpServerConnection.of(address, "t", vertx).poll(POLL))
          .isInstanceOf(ServerUnreachable.class);
    }
  }

  private static void breakOff(ServerSocket breaking, String begin) {
    try {
      while (true) {
        try (Socket client = breaking.accept()) {
          client.getInputStream().read();
          client.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
        }
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  @Test
  void a_port_where_nobody_listens_counts_as_away() {
    ServerConnection nobody = HttpServerConnection.of(URI.create("http://127.0.0.1:1"), "t", vertx);

    assertThatThrownBy(() -> nobody.poll(POLL))
        .isInstanceOf(ServerUnreachable.class)
        .hasMessageNotContaining("Bearer");
  }

  @Test
  void a_call_answers_an_interrupt() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> connection.poll(POLL)).isInstanceOf(InterruptedException.class);
  }
}
