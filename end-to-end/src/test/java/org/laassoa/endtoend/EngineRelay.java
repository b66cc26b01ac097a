package org.laassoa.endtoend;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before the real engine's socket, so that the engine can go away for one agent only. */
final class EngineRelay implements AutoCloseable {

  private final Path socket;
  private final Path engine;
  private final ServerSocketChannel listener;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

  private EngineRelay(Path socket, Path engine, ServerSocketChannel listener) {
    this.socket = socket;
    this.engine = engine;
    this.listener = listener;
  }

  /** Listens below a temporary folder: the path of a socket must be short. */
  static EngineRelay start() throws IOException {
    String host = Needs.setting("DOCKER_HOST");
    Path socket = Files.createTempDirectory("relay").resolve("docker.sock");
    ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listener.bind(UnixDomainSocketAddress.of(socket));
    EngineRelay relay =
        new EngineRelay(socket, Path.of(host.substring("unix://".length())), listener);
    Thread.ofVirtual().start(relay::accept);
    return relay;
  }

  /** As {@code DOCKER_HOST} takes it. */
  String host() {
    return "unix://" + socket;
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel near = listener.accept();
        SocketChannel far = SocketChannel.open(UnixDomainSocketAddress.of(engine));
        open.add(near);
        open.add(far);
        Thread.ofVirtual().start(() -> copy(near, far));
        Thread.ofVirtual().start(() -> copy(far, near));
      }
    } catch (IOException closed) {
      // The engine is gone, as the test wants it.
    }
  }

  private void copy(SocketChannel from, SocketChannel to) {
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

  /** The engine is gone: connections break and no new ones are taken. */
  @Override
  public void close() throws IOException {
    listener.close();
    open.forEach(EngineRelay::closeQuietly);
    Files.deleteIfExists(socket);
  }

  private static void closeQuietly(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // Closed is what it should be.
    }
  }
}
