package org.laassoa.endtoend.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between a browser and the server: bytes pass, until it is cut. */
final class CutLine implements AutoCloseable {

  private final ServerSocket listener;
  private final URI server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private CutLine(ServerSocket listener, URI server) {
    this.listener = listener;
    this.server = server;
  }

  /** Listens on loopback. */
  static CutLine to(URI server) throws IOException {
    ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    CutLine line = new CutLine(listener, server);
    Thread.ofVirtual().start(line::accept);
    return line;
  }

  /** Where the server is reached through it. */
  URI address() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** What is on its way is lost, and nothing passes until {@link #mend()}. */
  void cut() {
    cut = true;
    open.forEach(CutLine::end);
    open.clear();
  }

  /** Everything passes again. */
  void mend() {
    cut = false;
  }

  private void accept() {
    try {
      while (true) {
        connect(listener.accept());
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void connect(Socket near) throws IOException {
    if (cut) {
      end(near);
      return;
    }
    Socket far = new Socket();
    far.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    open.add(near);
    open.add(far);
    Thread.ofVirtual().start(() -> copy(near, far));
    Thread.ofVirtual().start(() -> copy(far, near));
  }

  private void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException gone) {
      // As at a regular end: the other side learns it below.
    }
    end(from);
    end(to);
    open.remove(from);
    open.remove(to);
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    cut();
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
