package org.laassoa.endtoend.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpRelayTest {

  private static final Passage WHOLE = new Passage.Whole();
  private static final Passage NOTHING = new Passage.Cut(0);

  private final List<HttpServer> servers = new ArrayList<>();
  private final List<Integer> ports = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<String> received = new ConcurrentLinkedQueue<>();
  private final HttpRelay relay = new HttpRelay(() -> ports);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private URI entrance;

  @BeforeEach
  void startTwoServers() throws IOException {
    for (String name : List.of("a", "b")) {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(name + " " + body);
            byte[] answer = (name + " answers " + body).getBytes(StandardCharsets.UTF_8);
            // Chunked when the length is not told.
            exchange.sendResponseHeaders(200, body.startsWith("chunk") ? 0 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      server.start();
      servers.add(server);
      ports.add(server.getAddress().getPort());
    }
    entrance = relay.listen("tester");
  }

  @AfterEach
  void stop() {
    relay.close();
    client.close();
    servers.forEach(server -> server.stop(0));
  }

  @Test
  void requests_go_to_each_server_in_turn_and_come_back_whole() throws Exception {
    List<String> answers = List.of(post("1"), post("chunk 2"), post("3"));

    assertThat(answers).containsExactly("a answers 1", "b answers chunk 2", "a answers 3");
  }

  @Test
  void a_server_that_takes_no_connections_is_left_out() throws Exception {
    servers.getFirst().stop(0);

    assertThat(List.of(post("1"), post("2"))).containsExactly("b answers 1", "b answers 2");
  }

  @Test
  void without_any_server_the_relay_says_so() throws Exception {
    ports.clear();

    assertThat(send("1").statusCode()).isEqualTo(503);
  }

  @Test
  void a_request_that_is_cut_reaches_nobody() {
    relay.set(trap(NOTHING, WHOLE));

    assertThatThrownBy(() -> post("1")).isInstanceOf(IOException.class);
    assertThat(received).isEmpty();
  }

  @Test
  void half_a_request_is_never_taken_for_a_whole_one() {
    relay.set(trap(new Passage.Cut(0.9), WHOLE));

    assertThatThrownBy(() -> post("x".repeat(10_000))).isInstanceOf(IOException.class);
    assertThat(received).isEmpty();
  }

  @Test
  void an_answer_that_is_lost_was_given() {
    relay.set(trap(WHOLE, NOTHING));

    assertThatThrownBy(() -> post("1")).isInstanceOf(IOException.class);
    assertThat(received).containsExactly("a 1");
  }

  @Test
  void the_trap_sees_who_asked_what_and_who_answered() throws Exception {
    List<Exchange> seen = new CopyOnWriteArrayList<>();
    relay.set(
        new Trap() {
          @Override
          public Passage request(Exchange exchange) {
            return WHOLE;
          }

          @Override
          public Passage answer(Exchange exchange) {
            seen.add(exchange);
            return WHOLE;
          }
        });

    post("1");

    assertThat(seen)
        .singleElement()
        .satisfies(
            exchange -> {
              assertThat(exchange.client()).isEqualTo("tester");
              assertThat(exchange.isTo("/path")).isTrue();
              assertThat(exchange.serverPort()).isEqualTo(ports.getFirst());
              assertThat(exchange.answeredWith("a answers 1")).isTrue();
            });
  }

  @Test
  void nothing_passes_between_cut_and_mend() throws Exception {
    relay.cut();
    assertThatThrownBy(() -> post("1")).isInstanceOf(IOException.class);

    relay.mend();

    assertThat(post("2")).endsWith("answers 2");
    assertThat(received).hasSize(1);
  }

  private static Trap trap(Passage request, Passage answer) {
    return new Trap() {
      @Override
      public Passage request(Exchange exchange) {
        return request;
      }

      @Override
      public Passage answer(Exchange exchange) {
        return answer;
      }
    };
  }

  private String post(String body) throws IOException, InterruptedException {
    return send(body).body();
  }

  private HttpResponse<String> send(String body) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(entrance.resolve("/path"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
