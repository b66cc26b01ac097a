package org.laassoa.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.server.outbound.OutboundRequest.Terms;

/** A real TLS server with a certificate that nobody signed. */
class OutboundTlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;

  private static Vertx vertx;
  private static HttpsServer server;
  private static OutboundHttp http;

  @BeforeAll
  static void serve() throws Exception {
    vertx = Vertx.vertx();
    http =
        new OutboundHttp(
            vertx,
            new AddressPolicy(""),
            host -> List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
    server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("key.p12"))));
    server.createContext(
        "/",
        call -> {
          call.sendResponseHeaders(200, 2);
          call.getResponseBody().write("ok".getBytes(StandardCharsets.US_ASCII));
          call.close();
        });
    server.start();
  }

  @AfterAll
  static void end() {
    server.stop(0);
    http.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_certificate_that_nobody_trusts_is_refused() {
    assertThatThrownBy(() -> http.send(OutboundRequest.get(address())))
        .isInstanceOf(OutboundFailedException.class)
        .hasMessage("git.test has a TLS certificate that this server does not trust");
  }

  @Test
  void it_is_taken_where_the_caller_says_that_it_is_insecure() {
    // When
    OutboundAnswer answer =
        http.send(OutboundRequest.get(address()).on(new Terms(Duration.ofSeconds(10), 1000, true)));
    // Then
    assertThat(answer.text()).isEqualTo("ok");
  }

  @Test
  void plain_http_where_tls_is_expected_is_told_in_words() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      // Given
      Thread.ofVirtual().start(() -> answerInPlainHttp(plain));
      URI address = URI.create("https://git.test:" + plain.getLocalPort() + "/");
      // Then
      assertThatThrownBy(() -> http.send(OutboundRequest.get(address)))
          .hasMessage("git.test does not speak TLS at this port: is it http instead of https?");
    }
  }

  private static URI address() {
    return URI.create("https://git.test:" + server.getAddress().getPort() + "/");
  }

  private static void answerInPlainHttp(ServerSocket plain) {
    try (var call = plain.accept()) {
      call.getInputStream().read();
      call.getOutputStream()
          .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      call.getInputStream().readAllBytes();
    } catch (IOException hungUp) {
      // The caller has read enough.
    }
  }

  private static SSLContext selfSigned(Path store) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "test",
                "-dname",
                "CN=git.test",
                "-ext",
                "SAN=dns:git.test",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
