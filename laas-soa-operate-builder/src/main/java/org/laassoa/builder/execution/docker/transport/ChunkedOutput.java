package org.laassoa.builder.execution.docker.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a body in chunks, RFC 9112 section 7.1: each write is one. Closing ends the body only. */
final class ChunkedOutput extends OutputStream {

  private static final byte[] LINE_END = {'\r', '\n'};

  private final OutputStream out;

  ChunkedOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return; // a chunk of no bytes would end the body
    }
    out.write(Integer.toHexString(length).getBytes(StandardCharsets.US_ASCII));
    out.write(LINE_END);
    out.write(bytes, offset, length);
    out.write(LINE_END);
  }

  @Override
  public void close() throws IOException {
    out.write('0');
    out.write(LINE_END);
    out.write(LINE_END);
    out.flush();
  }
}
