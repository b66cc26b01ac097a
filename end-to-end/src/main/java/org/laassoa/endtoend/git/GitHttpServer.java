package org.laassoa.endtoend.git;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A Git server over HTTP with a login, on loopback: Git's own {@code git http-backend} behind the
 * JDK's HTTP server. Keeps a record of what crossed the wire.
 */
public final class GitHttpServer implements AutoCloseable {

  static {
    // Without it small answers wait 40 ms for the client's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** The only login. */
  public static final String USERNAME = "reader";

  private final Path root;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Traffic> traffic = new CopyOnWriteArrayList<>();
  private volatile @Nullable Gate gate;

  private GitHttpServer(Path root, String password) throws IOException {
    this.root = root;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer).setAuthenticator(new Login(password));
  }

  /**
   * Starts a server on a free port.
   *
   * @param root the folder whose repositories are served
   * @param password of {@link #USERNAME}
   */
  public static GitHttpServer start(Path root, String password) {
    try {
      GitHttpServer server = new GitHttpServer(root, password);
      server.server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens, on 127.0.0.1. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** The address of a repository, without the login. */
  public URI url(String repository) {
    return URI.create("http://127.0.0.1:" + port() + "/" + repository);
  }

  /** The folder whose repositories are served. */
  public Path root() {
    return root;
  }

  /** What was answered since the last {@link #forgetTraffic()}, in the order of completion. */
  public List<Traffic> traffic() {
    return List.copyOf(traffic);
  }

  /** Starts the record anew. */
  public void forgetTraffic() {
    traffic.clear();
  }

  /**
   * Holds each answer with objects after so many bytes, until the gate is closed.
   *
   * @param bytes how many pass, from 0
   */
  public Gate hangAfter(long bytes) {
    Gate made = new Gate(bytes);
    gate = made;
    return made;
  }

  /**
   * Lets something else answer below a path, without the login: a Git host has its API there.
   *
   * @param path such as {@code /api/}; no repository is found below it any more
   */
  public void answerBelow(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  @Override
  public void close() {
    Gate held = gate;
    if (held != null) {
      held.close();
    }
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean objects = exchange.getRequestURI().getPath().endsWith("/git-upload-pack");
      traffic.add(new HttpBackend(root, objects ? gate : null).answer(exchange));
    }
  }

  private static final class Login extends BasicAuthenticator {
    private final byte[] password;

    Login(String password) {
      super("git");
      this.password = password.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean checkCredentials(String username, String given) {
      return USERNAME.equals(username)
          && MessageDigest.isEqual(password, given.getBytes(StandardCharsets.UTF_8));
    }
  }
}
