package org.laassoa.server.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between the server and the SSH server, and cuts all connections when told to. */
final class CutRelay implements AutoCloseable {
  private final ServerSocket listener;
  private final String host;
  private final int port;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

  private CutRelay(ServerSocket listener, String host, int port) {
    this.listener = listener;
    this.host = host;
    this.port = port;
  }

  /** A relay on a free port of loopback. */
  static CutRelay before(String host, int port) throws IOException {
    CutRelay relay =
        new CutRelay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), host, port);
    Thread.ofVirtual().start(relay::accept);
    return relay;
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Cuts what is open, at once. */
  void cut() {
    open.forEach(CutRelay::reset);
    open.clear();
  }

  /** Cuts what is open after that many bytes more have gone to the SSH server. */
  void cutAfter(long bytes) {
    left.set(bytes);
  }

  /** From now on everything passes. */
  void heal() {
    left.set(Long.MAX_VALUE);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket near = listener.accept();
        Socket far = new Socket(host, port);
        open.add(near);
        open.add(far);
        Thread.ofVirtual().start(() -> pass(near, far, true));
        Thread.ofVirtual().start(() -> pass(far, near, false));
      } catch (IOException e) {
        // Closed, or the SSH server is away.
      }
    }
  }

  private void pass(Socket from, Socket to, boolean counted) {
    byte[] piece = new byte[16 * 1024];
    try (from;
        to) {
      InputStream input = from.getInputStream();
      OutputStream output = to.getOutputStream();
      for (int read = input.read(piece); read >= 0; read = input.read(piece)) {
        if (counted && left.addAndGet(-read) < 0) {
          cut();
          return;
        }
        output.write(piece, 0, read);
      }
    } catch (IOException e) {
      // Cut, or closed by either side.
    }
  }

  /** As a connection ends whose other side is gone. */
  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // Its other side was faster.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
  }
}
