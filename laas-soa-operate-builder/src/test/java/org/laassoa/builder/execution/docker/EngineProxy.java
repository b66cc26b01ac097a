package org.laassoa.builder.execution.docker;

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
import org.laassoa.builder.execution.docker.transport.EngineAddress;

/** Stands in front of the real engine, so that a test can cut the connections to it. */
final class EngineProxy implements AutoCloseable {

  private final Path socket;
  private final ServerSocketChannel server;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

  EngineProxy(Path folder) throws IOException {
    socket = folder.resolve("proxy.sock");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofVirtual().start(this::serve);
  }

  String dockerHost() {
    return "unix://" + socket;
  }

  /** Breaks every connection; new ones are let through. */
  void cut() throws IOException {
    for (SocketChannel channel : open) {
      channel.close();
    }
    open.clear();
  }

  /** As an engine that has died: breaks every connection and lets no new one in. */
  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(socket);
    cut();
  }

  private void serve() {
    try {
      while (true) {
        SocketChannel near = server.accept();
        SocketChannel far = EngineAddress.of(EngineTestBed.dockerHost()).connect();
        open.add(near);
        open.add(far);
        Thread.ofVirtual().start(() -> copy(near, far));
        Thread.ofVirtual().start(() -> copy(far, near));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void copy(SocketChannel from, SocketChannel to) {
    ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
    try (from;
        to) {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
    } catch (IOException e) {
      // Cut.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }
}
