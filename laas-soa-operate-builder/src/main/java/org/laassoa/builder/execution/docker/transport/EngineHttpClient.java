package org.laassoa.builder.execution.docker.transport;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * docker-java's transport over the JDK's own sockets: its other transports reach unix sockets
 * through JNA, which does not work in a native executable.
 *
 * <p>Each request has a connection of its own and asks the engine to close it: no pool can hand out
 * a connection that the engine has already given up. An interrupt of the calling thread, and
 * closing the response from another thread, break the connection at once.
 */
public final class EngineHttpClient implements DockerHttpClient {

  private final EngineAddress address;

  /** A client of the engine at that address; connects with the first request. */
  public EngineHttpClient(EngineAddress address) {
    this.address = address;
  }

  /**
   * Sends a request and reads the head of the answer.
   *
   * @throws UncheckedIOException when the engine cannot be reached or the connection breaks
   */
  @Override
  public Response execute(Request request) {
    SocketChannel channel = null;
    try {
      channel = address.connect();
      return exchange(channel, request);
    } catch (IOException e) {
      closeQuietly(channel);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      closeQuietly(channel);
      throw e;
    }
  }

  @Override
  public void close() {
    // Nothing is kept between requests.
  }

  private static EngineResponse exchange(SocketChannel channel, Request request)
      throws IOException {
    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 64 * 1024);
    InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 64 * 1024);
    IOException unsent = send(request, out);
    ResponseHead head;
    try {
      head = ResponseHead.read(in);
    } catch (IOException e) {
      throw unsent == null ? e : unsent;
    }
    if (request.hijackedInput() != null) {
      Thread.ofVirtual().start(() -> forward(request.hijackedInput(), out));
    }
    return new EngineResponse(
        head,
        head.hasBody(request.method()) ? head.body(in) : InputStream.nullInputStream(),
        channel);
  }

  /** Returns what broke while the body was sent: the engine may have refused it with an answer. */
  private static @Nullable IOException send(Request request, OutputStream out) throws IOException {
    InputStream body = request.body();
    StringBuilder head = new StringBuilder(256);
    head.append(request.method()).append(' ').append(request.path()).append(" HTTP/1.1\r\n");
    head.append("Host: engine\r\n");
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    if (request.hijackedInput() != null) {
      head.append("Connection: Upgrade\r\nUpgrade: tcp\r\n");
    } else {
      head.append("Connection: close\r\n");
    }
    byte @Nullable [] bytes = request.bodyBytes();
    if (bytes != null) {
      head.append("Content-Length: ").append(bytes.length).append("\r\n");
    } else if (body != null) {
      head.append("Transfer-Encoding: chunked\r\n");
    } else if (!"GET".equals(request.method())) {
      head.append("Content-Length: 0\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    if (bytes != null) {
      out.write(bytes);
    }
    out.flush();
    return bytes == null && body != null ? sendChunked(body, out) : null;
  }

  private static @Nullable IOException sendChunked(InputStream body, OutputStream out)
      throws IOException {
    ChunkedOutput chunks = new ChunkedOutput(out);
    byte[] buffer = new byte[64 * 1024];
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      try {
        chunks.write(buffer, 0, read);
      } catch (IOException e) {
        return e;
      }
    }
    try {
      chunks.close();
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  private static void forward(@Nullable InputStream input, OutputStream out) {
    try (input) {
      if (input != null) {
        byte[] buffer = new byte[8 * 1024];
        for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
          out.write(buffer, 0, read);
          out.flush();
        }
      }
    } catch (IOException e) {
      // The one who reads the response sees that the connection has ended.
    }
  }

  private static void closeQuietly(@Nullable SocketChannel channel) {
    try (channel) {
      // Closing is all there is to do.
    } catch (IOException e) {
      // It is given up anyway.
    }
  }
}
