package org.laassoa.builder.execution.docker.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** Answers each connection with the same bytes, and keeps what it was asked. */
public final class LoopbackEngine implements AutoCloseable {

  private final ServerSocketChannel server;
  private final Path socket;
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final CountDownLatch connectionEnded = new CountDownLatch(1);

  /**
   * Starts it.
   *
   * @param answer the bytes, one a character
   * @param thenEnds whether it ends the connection after that, or waits for the other side to
   */
  public LoopbackEngine(Path folder, String answer, boolean thenEnds) throws IOException {
    socket = folder.resolve("engine.sock");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofVirtual().start(() -> serve(answer, thenEnds));
  }

  EngineHttpClient client() {
    return new EngineHttpClient(address());
  }

  /** Where it listens. */
  public EngineAddress address() {
    return new EngineAddress.UnixSocket(socket);
  }

  /** Waits for a request and gives it as it came. */
  public String request() throws InterruptedException {
    return requests.take();
  }

  /** How many requests have come that nobody waited for. */
  public int unread() {
    return requests.size();
  }

  /** Waits for the end of the first connection. */
  public void awaitConnectionEnd() throws InterruptedException {
    connectionEnded.await();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve(String answer, boolean thenEnds) {
    try {
      while (true) {
        try (SocketChannel connection = server.accept();
            InputStream in = Channels.newInputStream(connection);
            OutputStream out = Channels.newOutputStream(connection)) {
          requests.add(readRequest(in));
          out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
          if (!thenEnds) {
            in.read();
          }
        }
        connectionEnded.countDown();
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  /** Reads to the end of the head, and of a chunked body where there is one. */
  private static String readRequest(InputStream in) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    while (true) {
      int next = in.read();
      if (next < 0) {
        return request.toString(StandardCharsets.ISO_8859_1);
      }
      request.write(next);
      String text = request.toString(StandardCharsets.ISO_8859_1);
      boolean chunked = text.contains("chunked");
      if (text.endsWith(chunked ? "\r\n0\r\n\r\n" : "\r\n\r\n")) {
        return text;
      }
    }
  }
}
