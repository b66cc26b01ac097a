package org.laassoa.endtoend.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

  private static final RequestBytes REQUESTS = new RequestBytes("Bearer x");

  private final AtomicInteger served = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;
  private URI address;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/echo",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          served.incrementAndGet();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.createContext("/drop", exchange -> exchange.close());
    server.start();
    address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void each_conversation_is_held_to_its_end() {
    // Given
    List<Echo> echoes = IntStream.range(0, 5).mapToObj(i -> new Echo("hello " + i, 20)).toList();

    // When
    Measured measured;
    try (Load load = Load.connect(address, echoes)) {
      measured = load.untilDone();
    }

    // Then
    assertThat(measured.answers()).isEqualTo(100);
    assertThat(served).hasValue(100);
    assertThat(echoes)
        .allSatisfy(echo -> assertThat(echo.heard).hasSize(20).containsOnly(echo.said));
  }

  @Test
  void a_request_and_an_answer_may_be_larger_than_the_buffers_between() {
    Echo large = new Echo("x".repeat(8 << 20), 2);

    try (Load load = Load.connect(address, List.of(large))) {
      load.untilDone();
    }

    assertThat(large.heard).containsExactly(large.said, large.said);
  }

  @Test
  void an_open_loop_sends_nothing_before_it_is_due() {
    List<Echo> echoes = IntStream.range(0, 50).mapToObj(i -> new Echo("x", 1000)).toList();

    Measured measured;
    try (Load load = Load.connect(address, echoes)) {
      measured = load.atRate(200, Duration.ofSeconds(1));
    }

    assertThat(measured.answers()).isBetween(1L, 200L);
    assertThat(measured.took()).isGreaterThan(Duration.ofMillis(5 * (measured.answers() - 1)));
  }

  @Test
  void a_connection_that_the_server_closes_ends_the_load() {
    Echo dropped = new Echo("/drop", "x", 1);

    try (Load load = Load.connect(address, List.of(dropped))) {
      assertThatThrownBy(load::untilDone).isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void a_thread_may_wait_for_its_answer_too() {
    try (HttpConnection connection = HttpConnection.open(address)) {
      String body = "y".repeat(100_000);

      assertThat(connection.ask(REQUESTS.json("/echo", body)).require()).isEqualTo(body);
    }
  }

  /** Says the same so many times. */
  private static final class Echo implements Conversation {
    private final String said;
    private final ByteBuffer request;
    private final List<String> heard = new ArrayList<>();
    private int left;

    Echo(String said, int times) {
      this("/echo", said, times);
    }

    Echo(String path, String said, int times) {
      this.said = said;
      this.request = REQUESTS.json(path, said);
      this.left = times;
    }

    @Override
    public ByteBuffer next() {
      return left-- > 0 ? request.rewind() : null;
    }

    @Override
    public void answered(int status, ByteBuffer body) {
      assertThat(status).isEqualTo(200);
      heard.add(StandardCharsets.US_ASCII.decode(body).toString());
    }
  }
}
