package org.laassoa.builder.execution.docker.transport;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Status line and headers of an answer.
 *
 * @param status 100 to 999
 * @param headers by name in any case
 */
record ResponseHead(int status, Map<String, List<String>> headers) {

  private static final int MAX_LINE = 64 * 1024;
  private static final int MAX_HEADERS = 1000;

  /** Reads a head, past any interim answer (1xx other than the one that switches protocols). */
  static ResponseHead read(InputStream in) throws IOException {
    ResponseHead head = readOne(in);
    while (head.status < 200 && head.status != 101) {
      head = readOne(in);
    }
    return head;
  }

  /** Whether an answer to that method carries a body at all. */
  boolean hasBody(String method) {
    return !"HEAD".equals(method) && status != 204 && status != 304;
  }

  /** The body: in chunks, of a given length, or up to the connection's end. */
  InputStream body(InputStream in) throws IOException {
    if (headers.getOrDefault("Transfer-Encoding", List.of()).stream()
        .anyMatch(coding -> coding.toLowerCase(java.util.Locale.ROOT).contains("chunked"))) {
      return new ChunkedInput(in);
    }
    List<String> length = headers.getOrDefault("Content-Length", List.of());
    if (length.isEmpty()) {
      return in;
    }
    try {
      return new LengthInput(in, Long.parseLong(length.getFirst()));
    } catch (NumberFormatException e) {
      throw new IOException("the engine's answer has no valid length", e);
    }
  }

  private static ResponseHead readOne(InputStream in) throws IOException {
    String[] statusLine = readLine(in).split(" ", 3);
    if (statusLine.length < 2 || !statusLine[0].startsWith("HTTP/1.")) {
      throw new IOException("what answers is not an engine: no HTTP");
    }
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
      int colon = line.indexOf(':');
      if (colon < 1 || headers.size() > MAX_HEADERS) {
        throw new IOException("the engine's answer has a header that is not one");
      }
      headers
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    try {
      return new ResponseHead(Integer.parseInt(statusLine[1]), headers);
    } catch (NumberFormatException e) {
      throw new IOException("the engine's answer has no valid status", e);
    }
  }

  /** Reads up to the line's end, which is taken away. */
  static String readLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the engine ended the connection");
      }
      if (line.size() == MAX_LINE) {
        throw new IOException("a line of the engine's answer is too long");
      }
      line.write(next);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
