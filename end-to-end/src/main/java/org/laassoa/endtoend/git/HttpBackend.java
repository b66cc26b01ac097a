package org.laassoa.endtoend.git;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request answered by {@code git http-backend}, a CGI program (RFC 3875).
 *
 * @param root the folder whose repositories are served
 * @param gate holds the answer back in the middle, or null
 */
record HttpBackend(Path root, @Nullable Gate gate) {

  Traffic answer(HttpExchange exchange) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(Git.ENVIRONMENT);
    describe(exchange, builder.environment());
    Process process = builder.start();
    try {
      long requestBytes;
      try (OutputStream stdin = process.getOutputStream()) {
        requestBytes = exchange.getRequestBody().transferTo(stdin);
      }
      try (var stdout = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
        int status = headers(stdout, exchange);
        exchange.sendResponseHeaders(status, 0);
        long responseBytes = body(stdout, exchange.getResponseBody());
        return new Traffic(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            status,
            requestBytes,
            responseBytes);
      }
    } finally {
      process.destroy();
    }
  }

  private void describe(HttpExchange exchange, Map<String, String> environment) {
    environment.put("GIT_PROJECT_ROOT", root.toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    environment.put("PATH_INFO", exchange.getRequestURI().getPath());
    String query = exchange.getRequestURI().getRawQuery();
    environment.put("QUERY_STRING", query == null ? "" : query);
    environment.put("REMOTE_ADDR", "127.0.0.1");
    header(exchange, "Content-Type", environment, "CONTENT_TYPE");
    header(exchange, "Content-Length", environment, "CONTENT_LENGTH");
    header(exchange, "Content-Encoding", environment, "HTTP_CONTENT_ENCODING");
    header(exchange, "Git-Protocol", environment, "GIT_PROTOCOL");
  }

  private static void header(
      HttpExchange exchange, String header, Map<String, String> environment, String variable) {
    String value = exchange.getRequestHeaders().getFirst(header);
    if (value != null) {
      environment.put(variable, value);
    }
  }

  /** Takes over the program's headers; the status is 200 when it names none. */
  private static int headers(InputStream stdout, HttpExchange exchange) throws IOException {
    int status = 200;
    for (String line = line(stdout); !line.isEmpty(); line = line(stdout)) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      String value = line.substring(colon + 1).strip();
      if (name.equalsIgnoreCase("Status")) {
        status = Integer.parseInt(value.substring(0, 3));
      } else {
        exchange.getResponseHeaders().add(name, value);
      }
    }
    return status;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n' && b >= 0; b = in.read()) {
      line.append((char) b);
    }
    return line.toString().stripTrailing();
  }

  private long body(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long sent = 0;
    for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
      int first = gate == null ? n : (int) Math.min(n, gate.room(sent));
      to.write(buffer, 0, first);
      if (first < n) {
        to.flush();
        hold(gate);
        to.write(buffer, first, n - first);
      }
      sent += n;
    }
    return sent;
  }

  private static void hold(@Nullable Gate gate) throws IOException {
    try {
      if (gate != null) {
        gate.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server ends", e);
    }
  }
}
