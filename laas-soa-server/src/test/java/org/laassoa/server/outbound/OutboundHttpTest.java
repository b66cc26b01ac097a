package org.laassoa.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.outbound.OutboundRequest.Terms;

/** Real HTTP on loopback; only what names stand for is the test's. */
class OutboundHttpTest {
  private static Vertx vertx;

  private final ConcurrentLinkedQueue<String> received = new ConcurrentLinkedQueue<>();
  private HttpServer server;
  private OutboundHttp http;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    http = new OutboundHttp(vertx, new AddressPolicy(""), OutboundHttpTest::lookup);
  }

  @AfterEach
  void end() {
    http.close();
    server.stop(0);
  }

  @Test
  void an_answer_comes_with_status_headers_and_body() {
    // When
    OutboundAnswer answer =
        http.send(
            OutboundRequest.json("POST", at("git.test", "/echo?x=1"), bytes("{}"))
                .header("X-Test", "yes"));
    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("X-Served")).contains("yes");
    assertThat(answer.text()).isEqualTo("POST /echo?x=1 {}");
    assertThat(received).containsExactly("git.test:" + server.getAddress().getPort());
  }

  @Test
  void an_address_that_is_written_out_is_connected_to() {
    // When
    OutboundAnswer answer = http.send(OutboundRequest.get(at("127.0.0.1", "/x")));
    // Then
    assertThat(answer.text()).isEqualTo("GET /x ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"metadata.test", "linklocal.test", "mapped.test", "any.test", "multicast.test"})
  void a_name_that_stands_for_a_forbidden_address_is_refused(String name) {
    assertThatThrownBy(() -> http.send(OutboundRequest.get(at(name, "/secret"))))
        .isInstanceOf(OutboundRefusedException.class)
        .hasMessage(name + " " + AddressPolicy.COMPLAINT);
    assertThat(received).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "http://[::ffff:169.254.169.254]/",
        "http://[fe80::1%25eth0]/",
        "http://0.0.0.0/",
        "http://2852039166/",
        "http://0xA9FEA9FE/",
        "file:///etc/passwd",
        "ftp://git.test/",
        "http://user:password@git.test/",
      })
  void what_is_not_a_plain_allowed_web_address_is_refused(String address) {
    assertThatThrownBy(() -> http.send(OutboundRequest.get(URI.create(address))))
        .isInstanceOf(OutboundRefusedException.class)
        .hasMessageNotContaining("password");
  }

  @Test
  void only_the_allowed_ones_of_several_addresses_are_used() {
    // When
    OutboundAnswer answer = http.send(OutboundRequest.get(at("mixed.test", "/x")));
    // Then
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void the_next_address_is_tried_when_one_refuses_connections() {
    // When
    OutboundAnswer answer = http.send(OutboundRequest.get(at("two.test", "/x")));
    // Then
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void a_name_is_looked_up_once_so_that_it_cannot_change_between_check_and_use() {
    // Given
    List<String> lookups = new java.util.ArrayList<>();
    OutboundHttp rebinding =
        new OutboundHttp(
            vertx,
            new AddressPolicy(""),
            host -> {
              lookups.add(host);
              return addresses(lookups.size() == 1 ? "127.0.0.1" : "169.254.169.254");
            });
    // When
    OutboundAnswer answer = rebinding.send(OutboundRequest.get(at("rebind.test", "/x")));
    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(lookups).hasSize(1);
    rebinding.close();
  }

  @Test
  void a_forbidden_address_is_connected_to_where_the_setting_allows_it() {
    // Given
    OutboundHttp allowing =
        new OutboundHttp(vertx, new AddressPolicy("0.0.0.0/32"), OutboundHttpTest::lookup);
    // When
    OutboundAnswer answer = allowing.send(OutboundRequest.get(at("any.test", "/x")));
    // Then
    assertThat(answer.status()).isEqualTo(200);
    allowing.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://169.254.169.254/latest", "http://other.test/", "//metadata.test/x"})
  void a_redirect_elsewhere_is_refused_and_the_token_goes_nowhere(String target) {
    assertThatThrownBy(
            () ->
                http.send(
                    OutboundRequest.get(at("git.test", "/redirect?to=" + target))
                        .header("PRIVATE-TOKEN", "s3cret-token")))
        .isInstanceOf(OutboundRefusedException.class)
        .hasMessageContaining("redirect")
        .hasMessageNotContaining("s3cret");
    assertThat(received).hasSize(1);
  }

  @Test
  void a_redirect_within_the_server_is_followed() {
    // When
    OutboundAnswer answer = http.send(OutboundRequest.get(at("git.test", "/redirect?to=/there")));
    // Then
    assertThat(answer.text()).isEqualTo("GET /there ");
  }

  @Test
  void redirects_without_an_end_are_given_up() {
    assertThatThrownBy(() -> http.send(OutboundRequest.get(at("git.test", "/loop"))))
        .isInstanceOf(OutboundFailedException.class)
        .hasMessageContaining("without an end");
  }

  @Test
  void an_answer_that_is_too_long_is_cut_off() {
    assertThatThrownBy(
            () ->
                http.send(
                    OutboundRequest.get(at("git.test", "/long"))
                        .on(new Terms(Duration.ofSeconds(5), 1000, false))))
        .isInstanceOf(OutboundFailedException.class)
        .hasMessage("git.test answers with more than is read");
  }

  @Test
  void a_host_that_says_nothing_is_given_up_in_time() throws IOException {
    // Given
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      URI address = URI.create("http://git.test:" + silent.getLocalPort() + "/");
      // When
      var call =
          assertThatThrownBy(
              () ->
                  http.send(
                      OutboundRequest.get(address)
                          .on(new Terms(Duration.ofMillis(200), 1000, false))));
      // Then
      call.isInstanceOf(OutboundFailedException.class)
          .hasMessage("git.test did not answer in time");
    }
  }

  @Test
  void failures_are_told_in_words() throws IOException {
    // Given
    int free;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      free = closed.getLocalPort();
    }
    URI nobody = URI.create("http://git.test:" + free + "/");
    URI unknown = URI.create("http://unknown.test/");
    // Then
    assertThatThrownBy(() -> http.send(OutboundRequest.get(nobody)))
        .hasMessage("git.test refuses connections at this port");
    assertThatThrownBy(() -> http.send(OutboundRequest.get(unknown)))
        .hasMessage("There is no host named unknown.test");
  }

  private URI at(String host, String path) {
    return URI.create("http://" + host + ":" + server.getAddress().getPort() + path);
  }

  private void answer(com.sun.net.httpserver.HttpExchange call) throws IOException {
    received.add(call.getRequestHeaders().getFirst("Host"));
    String path = call.getRequestURI().toString();
    String body =
        call.getRequestMethod()
            + " "
            + path
            + " "
            + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    call.getResponseHeaders().add("X-Served", "yes");
    int status = 200;
    if (path.startsWith("/redirect?to=")) {
      call.getResponseHeaders().add("Location", path.substring("/redirect?to=".length()));
      status = 302;
    } else if (path.equals("/loop")) {
      call.getResponseHeaders().add("Location", "/loop");
      status = 302;
    } else if (path.equals("/long")) {
      body = "x".repeat(100_000);
    }
    call.sendResponseHeaders(status, 0);
    try (var out = call.getResponseBody()) {
      out.write(bytes(body));
    } catch (IOException hungUp) {
      // The caller may have read enough.
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<InetAddress> lookup(String host) throws UnknownHostException {
    Map<String, String[]> names =
        Map.of(
            "git.test", new String[] {"127.0.0.1"},
            "other.test", new String[] {"127.0.0.1"},
            "metadata.test", new String[] {"169.254.169.254"},
            "linklocal.test", new String[] {"fe80::1"},
            "mapped.test", new String[] {"::ffff:169.254.169.254"},
            "any.test", new String[] {"0.0.0.0"},
            "multicast.test", new String[] {"224.0.0.1"},
            "mixed.test", new String[] {"169.254.169.254", "127.0.0.1"},
            "two.test", new String[] {"127.0.0.2", "127.0.0.1"});
    String[] addresses = names.get(host);
    if (addresses == null) {
      throw new UnknownHostException(host);
    }
    return addresses(addresses);
  }

  private static List<InetAddress> addresses(String... literals) throws UnknownHostException {
    List<InetAddress> addresses = new java.util.ArrayList<>();
    for (String literal : literals) {
      addresses.add(InetAddress.getByName(literal));
    }
    return addresses;
  }
}
