package org.laassoa.builder.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A git server over HTTP with a password: {@code git http-backend} behind the JDK's server. */
final class GitHttpServer implements AutoCloseable {

  static final String USERNAME = "builder";
  static final String PASSWORD = "s3cret-gît/pass";

  private final Path root;
  private final HttpServer server;
  private final AtomicLong uploaded = new AtomicLong();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile String password = PASSWORD;
  private final CountDownLatch hung = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private volatile long hangAfter = Long.MAX_VALUE;
  private volatile long cutAfter;
  private volatile boolean cutsLogins;
  private final AtomicInteger cuts = new AtomicInteger();

  GitHttpServer(Path root) throws IOException {
    this.root = root;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String url(String repository) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + repository;
  }

  /** Bytes of packs sent so far. */
  long uploaded() {
    return uploaded.get();
  }

  /** Requests without the right login so far. */
  int refused() {
    return refused.get();
  }

  /** Wants another password from now on. */
  void changePassword(String other) {
    password = other;
  }

  /** Stops in the middle of a transfer, after so many bytes of a pack. */
  void hangAfter(long bytes) {
    hangAfter = bytes;
  }

  /** Breaks connections after so many bytes of a pack, so often. */
  void cutAfter(long bytes, int times) {
    cutAfter = bytes;
    cuts.set(times);
  }

  /** Breaks each connection that comes with the right login. */
  void cutLogins() {
    cutsLogins = true;
  }

  /** Waits until it hangs. */
  void awaitHung() throws InterruptedException {
    hung.await();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String expected =
        "Basic " + Base64.getEncoder().encodeToString((USERNAME + ":" + password).getBytes(UTF_8));
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      if (cutsLogins) {
        throw new IOException("cut by the test");
      }
      serve(exchange, body);
    } else {
      exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
      refused.incrementAndGet();
      exchange.sendResponseHeaders(401, -1);
    }
    // Not after an exception: with it the connection breaks in the middle of the answer.
    exchange.close();
  }

  private void serve(HttpExchange exchange, byte[] body) throws IOException {
    ProcessBuilder backend = new ProcessBuilder("git", "http-backend");
    Map<String, String> cgi = backend.environment();
    cgi.put("GIT_PROJECT_ROOT", root.toString());
    cgi.put("GIT_HTTP_EXPORT_ALL", "1");
    cgi.put("REMOTE_USER", USERNAME);
    cgi.put("REQUEST_METHOD", exchange.getRequestMethod());
    cgi.put("PATH_INFO", exchange.getRequestURI().getPath());
    cgi.put("QUERY_STRING", header(exchange.getRequestURI().getQuery()));
    cgi.put("CONTENT_TYPE", header(exchange.getRequestHeaders().getFirst("Content-Type")));
    cgi.put("CONTENT_LENGTH", Integer.toString(body.length));
    cgi.put("GIT_PROTOCOL", header(exchange.getRequestHeaders().getFirst("Git-Protocol")));
    cgi.put(
        "HTTP_CONTENT_ENCODING", header(exchange.getRequestHeaders().getFirst("Content-Encoding")));
    Process process = backend.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (InputStream out = process.getInputStream()) {
      try (OutputStream in = process.getOutputStream()) {
        in.write(body);
      }
      int status = 200;
      for (String line = line(out); !line.isEmpty(); line = line(out)) {
        String[] pair = line.split(": ", 2);
        if (pair[0].equals("Status")) {
          status = Integer.parseInt(pair[1].substring(0, 3));
        } else {
          exchange.getResponseHeaders().add(pair[0], pair[1]);
        }
      }
      exchange.sendResponseHeaders(status, 0);
      send(exchange, out);
    } finally {
      process.destroyForcibly();
    }
  }

  private void send(HttpExchange exchange, InputStream out) throws IOException {
    boolean pack = exchange.getRequestURI().getPath().endsWith("/git-upload-pack");
    byte[] chunk = new byte[8192];
    long sent = 0;
    try {
      OutputStream response = exchange.getResponseBody();
      for (int read = out.read(chunk); read > 0; read = out.read(chunk)) {
        sent += read;
        if (pack && sent > cutAfter && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
          response.flush();
          throw new IOException("cut by the test");
        }
        response.write(chunk, 0, read);
        if (pack && uploaded.addAndGet(read) > hangAfter) {
          response.flush();
          hung.countDown();
          release.await();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(ISO_8859_1).trim();
  }

  private static String header(String value) {
    return value == null ? "" : value;
  }

  /** Runs git on the server's own disk, without anybody's settings. */
  static String git(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder git =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    git.environment()
        .putAll(
            Map.of(
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_CONFIG_SYSTEM", "/dev/null",
                "GIT_AUTHOR_NAME", "a",
                "GIT_AUTHOR_EMAIL", "a@example.org",
                "GIT_COMMITTER_NAME", "a",
                "GIT_COMMITTER_EMAIL", "a@example.org"));
    Process process = git.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).trim();
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + output);
    }
    return output;
  }

  /** Makes an empty bare repository to serve and a clone of it to work in. */
  Path repository(String name) throws IOException, InterruptedException {
    Path bare = root.resolve(name);
    Files.createDirectories(bare);
    git(bare, "init", "-q", "--bare", "-b", "main");
    Path work = root.resolve(name + ".work");
    git(root, "clone", "-q", bare.toString(), work.toString());
    git(work, "checkout", "-q", "-b", "main");
    return work;
  }

  @Override
  public void close() {
    release.countDown();
    server.stop(0);
  }
}
