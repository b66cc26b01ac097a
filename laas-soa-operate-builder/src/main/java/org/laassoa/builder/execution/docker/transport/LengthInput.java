package org.laassoa.builder.execution.docker.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body of a given length. An end before that is an error. */
final class LengthInput extends InputStream {

  private final InputStream in;
  private long left;

  LengthInput(InputStream in, long length) {
    this.in = in;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (left <= 0) {
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
}
