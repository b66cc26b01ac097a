package org.laassoa.builder.execution.docker.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body in chunks, RFC 9112 section 7.1. An end before the last chunk is an error. */
final class ChunkedInput extends InputStream {

  private final InputStream in;
  private long left;
  private boolean first = true;
  private boolean ended;

  ChunkedInput(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int read = in.read(into, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw new EOFException("the engine ended the connection in the middle of an answer");
    }
    left -= read;
    return read;
  }

  @Override
  public int available() throws IOException {
    return (int) Math.min(left, in.available());
  }

  private void nextChunk() throws IOException {
    if (!first) {
      ResponseHead.readLine(in);
    }
    first = false;
    String size = ResponseHead.readLine(in).split(";", 2)[0].strip();
    try {
      left = Long.parseLong(size, 16);
    } catch (NumberFormatException e) {
      throw new IOException("a chunk of the engine's answer has no valid size", e);
    }
    if (left < 0) {
      throw new IOException("a chunk of the engine's answer has no valid size");
    }
    if (left == 0) {
      ended = true;
      while (!ResponseHead.readLine(in).isEmpty()) {
        // Trailers say nothing that is of use here.
      }
    }
  }
}
