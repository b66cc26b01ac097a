package org.laassoa.endtoend.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Makes the bytes of requests.
 *
 * @param authorization the value of the header {@code Authorization}
 */
public record RequestBytes(String authorization) {

  /** A POST of JSON. */
  public ByteBuffer json(String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return buffer(head("POST", path, "application/json", bytes.length), bytes);
  }

  /** A POST of bytes. */
  public ByteBuffer bytes(String path, byte[] body) {
    return buffer(head("POST", path, "application/octet-stream", body.length), body);
  }

  /** The line and headers of a request with a body of that length, to its empty line. */
  public byte[] head(String method, String path, String contentType, int length) {
    return """
        %s %s HTTP/1.1
        Host: 127.0.0.1
        Authorization: %s
        Content-Type: %s
        Content-Length: %d

        """
        .formatted(method, path, authorization, contentType, length)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static ByteBuffer buffer(byte[] head, byte[] body) {
    // Outside of the heap: the channel would copy it there for each write.
    return ByteBuffer.allocateDirect(head.length + body.length).put(head).put(body).flip();
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "RequestBytes";
  }
}
