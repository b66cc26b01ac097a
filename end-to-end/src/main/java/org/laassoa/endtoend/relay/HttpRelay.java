package org.laassoa.endtoend.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A load balancer for HTTP/1.1 on loopback: each request goes to the next server that takes
 * connections, whoever sent it (no sticky sessions). What passes can be looked at, cut or refused.
 */
public final class HttpRelay implements AutoCloseable {

  private final Supplier<List<Integer>> servers;
  private final AtomicInteger turn = new AtomicInteger();
  private final List<ServerSocket> listeners = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Trap trap = Trap.NONE;
  private volatile boolean refusing;

  /**
   * A relay that nobody can reach yet.
   *
   * @param servers the ports on loopback of the servers that may be there, in any order
   */
  public HttpRelay(Supplier<List<Integer>> servers) {
    this.servers = servers;
  }

  /**
   * Opens an entrance.
   *
   * @param client the name of who comes by it
   * @return its address
   */
  public URI listen(String client) {
    try {
      ServerSocket listener = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
      listeners.add(listener);
      Thread.ofVirtual().name("relay-" + client).start(() -> accept(listener, client));
      return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks at everything with this trap from now on, and with no other. */
  public void set(Trap next) {
    trap = next;
  }

  /** Cuts all connections, and takes no new ones until {@link #mend()}. */
  public void cut() {
    refusing = true;
    open.forEach(HttpRelay::closeQuietly);
  }

  /** Takes connections again. */
  public void mend() {
    refusing = false;
  }

  @Override
  public void close() {
    for (ServerSocket listener : listeners) {
      try {
        listener.close();
      } catch (IOException e) {
        // Closed is what it should be.
      }
    }
    cut();
  }

  private void accept(ServerSocket listener, String client) {
    while (!listener.isClosed()) {
      try {
        Socket socket = opened(listener.accept());
        if (refusing) {
          forget(socket);
        } else {
          Thread.ofVirtual().start(new HttpConversation(this, client, socket));
        }
      } catch (IOException e) {
        // Closed, or that one has gone again: the loop's condition decides.
      }
    }
  }

  Trap trap() {
    return trap;
  }

  /** A connection to the next server that takes one. */
  Socket connect() throws IOException {
    List<Integer> ports = servers.get();
    int first = turn.getAndIncrement();
    IOException last = new IOException("there is no server");
    for (int i = 0; i < ports.size() && !refusing; i++) {
      try {
        int port = ports.get(Math.floorMod(first + i, ports.size()));
        return opened(new Socket(InetAddress.getLoopbackAddress(), port));
      } catch (IOException down) {
        last = down;
      }
    }
    throw last;
  }

  private Socket opened(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    open.add(socket);
    if (refusing) {
      forget(socket);
    }
    return socket;
  }

  void forget(Socket socket) {
    open.remove(socket);
    closeQuietly(socket);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Closed is what it should be.
    }
  }
}
