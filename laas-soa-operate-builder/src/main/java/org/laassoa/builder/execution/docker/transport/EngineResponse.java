package org.laassoa.builder.execution.docker.transport;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;

/** One answer and the connection that it comes over; closing it ends the connection. */
final class EngineResponse implements DockerHttpClient.Response {

  private final ResponseHead head;
  private final InputStream body;
  private final SocketChannel channel;

  EngineResponse(ResponseHead head, InputStream body, SocketChannel channel) {
    this.head = head;
    this.body = body;
    this.channel = channel;
  }

  @Override
  public int getStatusCode() {
    return head.status();
  }

  @Override
  public Map<String, List<String>> getHeaders() {
    return head.headers();
  }

  @Override
  public InputStream getBody() {
    return body;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
