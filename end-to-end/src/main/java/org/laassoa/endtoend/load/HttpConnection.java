package org.laassoa.endtoend.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A keep-alive connection for one thread that waits for each answer. */
public final class HttpConnection implements AutoCloseable {

  private final SocketChannel channel;
  private final AnswerScanner scanner = new AnswerScanner();
  private ByteBuffer in = ByteBuffer.allocate(16 * 1024);

  private HttpConnection(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param body as UTF-8
   */
  public record Answer(int status, String body) {

    /**
     * The body of a good answer.
     *
     * @throws IllegalStateException with the body, when the status is not 2xx
     */
    public String require() {
      if (status / 100 != 2) {
        throw new IllegalStateException("answered with " + status + ": " + body);
      }
      return body;
    }
  }

  /** Connects. */
  public static HttpConnection open(URI server) {
    try {
      return new HttpConnection(Connection.open(server));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a request and waits for its answer. */
  public Answer ask(ByteBuffer request) {
    try {
      while (request.hasRemaining()) {
        channel.write(request);
      }
      return answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer answer() throws IOException {
    in.clear();
    scanner.reset();
    while (!scanner.complete(in)) {
      if (!in.hasRemaining()) {
        in = ByteBuffer.allocate(2 * in.capacity()).put(in.flip());
      }
      if (channel.read(in) < 0) {
        throw new EOFException("the server has closed the connection");
      }
    }
    int length = scanner.bodyTo() - scanner.bodyFrom();
    return new Answer(
        scanner.status(),
        new String(in.array(), scanner.bodyFrom(), length, StandardCharsets.UTF_8));
  }

  /** Closes it, also under a thread that waits for an answer. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
