package org.laassoa.endtoend;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Maven repository over HTTP as Maven itself needs it: GET and PUT of files, with a login. */
final class MavenRepositoryServer implements AutoCloseable {

  private final HttpServer server;
  private final Path root;

  private MavenRepositoryServer(HttpServer server, Path root) {
    this.server = server;
    this.root = root;
  }

  static MavenRepositoryServer start(Path root, String username, String password)
      throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    MavenRepositoryServer server = new MavenRepositoryServer(http, root);
    http.createContext("/", server::answer)
        .setAuthenticator(
            new BasicAuthenticator("maven") {
              @Override
              public boolean checkCredentials(String givenName, String givenPassword) {
                return username.equals(givenName) && password.equals(givenPassword);
              }
            });
    http.start();
    return server;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Path file = root.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
      boolean put = exchange.getRequestMethod().equals("PUT");
      if (put) {
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
          exchange.getRequestBody().transferTo(out);
        }
        exchange.sendResponseHeaders(201, -1);
      } else if (Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(200, Files.size(file));
        Files.copy(file, exchange.getResponseBody());
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
