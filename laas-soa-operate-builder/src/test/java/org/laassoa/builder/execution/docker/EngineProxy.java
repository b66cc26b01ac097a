package org.laassoa.builder.execution.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

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
import java.util.concurrent.atomic.AtomicBoolean;
import org.laassoa.builder.execution.docker.transport.EngineAddress;

/** Stands in front of the real engine, so that a test can cut the connections to it. */
final class EngineProxy implements AutoCloseable {

  private final Path socket;
  private final ServerSocketChannel server;
  private volatile String fatal = "";
  private volatile boolean waited;
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

  /** Whether somebody waits, or has waited, for the end of a container. */
  boolean waited() {
    return waited;
  }

  /** Dies when the real engine has done what is asked of it there, and before it says so. */
  void dieAtAnswerTo(String path) {
    fatal = path;
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
        AtomicBoolean doomed = new AtomicBoolean();
        Thread.ofVirtual().start(() -> copy(near, far, bytes -> doom(bytes, doomed)));
        Thread.ofVirtual().start(() -> copy(far, near, bytes -> dieIf(doomed)));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  @FunctionalInterface
  private interface Look {
    void at(ByteBuffer bytes) throws IOException;
  }

  private void doom(ByteBuffer bytes, AtomicBoolean doomed) {
    String request = ISO_8859_1.decode(bytes.duplicate()).toString();
    if (request.contains("/wait")) {
      waited = true;
    }
    if (!fatal.isEmpty() && request.contains(fatal)) {
      doomed.set(true);
    }
  }

  private void dieIf(AtomicBoolean doomed) throws IOException {
    if (doomed.get()) {
      close();
    }
  }

  private void copy(SocketChannel from, SocketChannel to, Look look) {
    ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
    try (from;
        to) {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        look.at(buffer);
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
