package org.laassoa.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.laassoa.endtoend.process.Command;

/** A server behind TLS that lets any agent join and has no work; it vouches for itself. */
final class TlsServer implements AutoCloseable {

  private static final String PASSWORD = "of-a-test-key";

  private final HttpsServer server;
  private final Path certificate;
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch polled = new CountDownLatch(1);

  private TlsServer(SSLContext tls, Path certificate) throws IOException {
    this.certificate = certificate;
    this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext(
        "/join_agent", exchange -> answer(exchange, "{\"agent_id\": \"1\", \"token\": \"test\"}"));
    server.createContext("/fetch_data", exchange -> answer(exchange, "{}"));
    server.createContext(
        "/consume_action",
        exchange -> {
          polled.countDown();
          answer(exchange, "[]");
        });
    server.start();
  }

  /** Starts one with a fresh key and certificate, made in this folder. */
  static TlsServer start(Path folder) throws IOException, GeneralSecurityException {
    Files.createDirectories(folder);
    keytool(
        folder,
        "-genkeypair -alias server -keyalg EC -dname CN=laas-test -ext san=ip:127.0.0.1"
            + " -ext bc:c -keystore keys.p12 -storepass "
            + PASSWORD);
    keytool(
        folder,
        "-exportcert -rfc -alias server -file certificate.pem -keystore keys.p12 -storepass "
            + PASSWORD);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(folder.resolve("keys.p12"))) {
      keys.load(file, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(factory.getKeyManagers(), null, null);
    return new TlsServer(tls, folder.resolve("certificate.pem"));
  }

  URI address() {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What vouches for it, as PEM. */
  Path certificate() {
    return certificate;
  }

  /** How many requests have come through. */
  int requests() {
    return requests.get();
  }

  /** Whether an agent polls in that time. */
  boolean awaitPoll(Duration limit) throws InterruptedException {
    return polled.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void answer(HttpExchange exchange, String json) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void keytool(Path folder, String arguments) {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Command.require(folder, Map.of(), List.of((tool + " " + arguments).split(" ")));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
