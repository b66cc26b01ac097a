package org.laassoa.endtoend.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a container engine's socket, so that the engine can go away for one agent only. */
public final class EngineRelay implements AutoCloseable {

  private static final String UNIX = "unix://";

  private final Path socket;
  private final Path engine;
  private final ServerSocketChannel listener;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
  private volatile boolean refusing;

  private EngineRelay(Path socket, Path engine, ServerSocketChannel listener) {
    this.socket = socket;
    this.engine = engine;
    this.listener = listener;
  }

  /**
   * Listens below a temporary folder: the path of a socket must be short.
   *
   * @param engineHost where the engine is, as {@code DOCKER_HOST} has it; a unix socket
   */
  public static EngineRelay start(String engineHost) {
    if (!engineHost.startsWith(UNIX)) {
      throw new IllegalArgumentException("not a unix socket: " + engineHost);
    }
    try {
      Path socket = Files.createTempDirectory("relay").resolve("docker.sock");
      ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      listener.bind(UnixDomainSocketAddress.of(socket));
      EngineRelay relay =
          new EngineRelay(socket, Path.of(engineHost.substring(UNIX.length())), listener);
      Thread.ofVirtual().start(relay::accept);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code DOCKER_HOST} takes it. */
  public String host() {
    return UNIX + socket;
  }

  /** The engine is gone: connections break and new ones are cut, until {@link #mend()}. */
  public void cut() {
    refusing = true;
    open.forEach(EngineRelay::closeQuietly);
    open.clear();
  }

  /** The engine is back. */
  public void mend() {
    refusing = false;
  }

  private void accept() {
    try {
      while (true) {
        connect(listener.accept());
      }
    } catch (IOException closed) {
      // The engine is gone for good.
    }
  }

  private void connect(SocketChannel near) throws IOException {
    if (refusing) {
      closeQuietly(near);
      return;
    }
    SocketChannel far = SocketChannel.open(UnixDomainSocketAddress.of(engine));
    open.add(near);
    open.add(far);
    Thread.ofVirtual().start(() -> copy(near, far));
    Thread.ofVirtual().start(() -> copy(far, near));
  }

  private static void copy(SocketChannel from, SocketChannel to) {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    try {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
      to.shutdownOutput();
    } catch (IOException closed) {
      // One side has gone; the other one learns it below.
      closeQuietly(from);
      closeQuietly(to);
    }
  }

  /** The engine is gone for good: nobody listens any more. */
  @Override
  public void close() {
    closeQuietly(listener);
    cut();
    try {
      Files.deleteIfExists(socket);
      Files.deleteIfExists(socket.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void closeQuietly(AutoCloseable channel) {
    try {
      channel.close();
    } catch (Exception e) {
      // Closed is what it should be.
    }
  }
}
