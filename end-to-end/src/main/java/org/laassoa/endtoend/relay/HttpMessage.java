package org.laassoa.endtoend.relay;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One HTTP/1.1 request or answer (RFC 9112), byte by byte as it was on the wire.
 *
 * @param head the first line and the headers, with the empty line after them
 * @param body with its framing when it came in chunks
 */
public record HttpMessage(byte[] head, byte[] body) {

  /** Far more than any header of ours. */
  private static final int MOST_HEAD = 1 << 16;

  /** Reads a request; nothing at the end of the connection. */
  static Optional<HttpMessage> readRequest(InputStream in) throws IOException {
    Optional<HttpMessage> head = readHead(in);
    return head.isEmpty() ? head : Optional.of(head.get().withBody(in, false));
  }

  /** Reads the answer to a request, interim answers left out. */
  static HttpMessage readAnswer(InputStream in, HttpMessage request) throws IOException {
    HttpMessage head = readHead(in).orElseThrow(EOFException::new);
    int status = head.status();
    if (status == 100) {
      return readAnswer(in, request);
    }
    boolean bodiless =
        status < 200 || status == 204 || status == 304 || request.startLine().startsWith("HEAD ");
    return bodiless ? head : head.withBody(in, true);
  }

  /** The first line, such as {@code POST /consume_action HTTP/1.1}. */
  public String startLine() {
    String text = text(head);
    return text.substring(0, text.indexOf('\r'));
  }

  /** What is asked for: the path, with the query. */
  public String target() {
    return startLine().split(" ", 3)[1];
  }

  /** The path alone. */
  public String path() {
    return target().replaceFirst("\\?.*", "");
  }

  /** The status of an answer. */
  public int status() {
    return Integer.parseInt(startLine().split(" ", 3)[1]);
  }

  /** The body as text, one character a byte. */
  public String bodyText() {
    return text(body);
  }

  /** A header's value in lower case; empty when it is missing. */
  public String header(String name) {
    String wanted = name.toLowerCase(Locale.ROOT) + ":";
    return text(head)
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted))
        .map(line -> line.substring(wanted.length()).strip().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("");
  }

  /** Writes its first bytes. */
  void write(OutputStream out, long most) throws IOException {
    int ofHead = (int) Math.min(most, head.length);
    out.write(head, 0, ofHead);
    out.write(body, 0, (int) Math.min(most - ofHead, body.length));
    out.flush();
  }

  private HttpMessage withBody(InputStream in, boolean answer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String length = header("Content-Length");
    if (header("Transfer-Encoding").contains("chunked")) {
      chunks(in, bytes);
    } else if (!length.isEmpty()) {
      exactly(in, Integer.parseInt(length), bytes);
    } else if (answer) {
      in.transferTo(bytes);
    }
    return new HttpMessage(head, bytes.toByteArray());
  }

  private static Optional<HttpMessage> readHead(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int emptyLine = 0;
    while (emptyLine < 4) {
      int next = in.read();
      if (next < 0 && head.size() == 0) {
        return Optional.empty();
      }
      if (next < 0 || head.size() == MOST_HEAD) {
        throw new EOFException("no end of the headers");
      }
      head.write(next);
      emptyLine = next == "\r\n\r\n".charAt(emptyLine) ? emptyLine + 1 : next == '\r' ? 1 : 0;
    }
    return Optional.of(new HttpMessage(head.toByteArray(), new byte[0]));
  }

  private static void chunks(InputStream in, OutputStream out) throws IOException {
    while (true) {
      String size = line(in, out);
      int length = Integer.parseInt(size.replaceFirst(";.*", "").strip(), 16);
      if (length == 0) {
        break;
      }
      exactly(in, length + 2, out);
    }
    while (!line(in, out).isEmpty()) {
      // Trailers are passed on as they are.
    }
  }

  private static String line(InputStream in, OutputStream out) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); ; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection ended in the middle of a message");
      }
      out.write(next);
      if (next == '\n') {
        return line.toString().strip();
      }
      line.append((char) next);
    }
  }

  private static void exactly(InputStream in, int length, OutputStream out) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the connection ended in the middle of a message");
    }
    out.write(bytes);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
