package org.laassoa.builder.execution.docker;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that another thread writes while it is read, so that nothing large is held in memory.
 * Fails where the writer failed, instead of ending there.
 */
final class WrittenStream extends PipedInputStream {

  private static final int BUFFER = 256 * 1024;

  private volatile @Nullable IOException failure;

  private WrittenStream() {
    super(BUFFER);
  }

  /** Writes to the given stream, which is closed afterwards. */
  @FunctionalInterface
  interface Writer {
    /** Writes all there is. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Starts the writer; closing the stream ends it. */
  static InputStream of(Writer writer) throws IOException {
    WrittenStream stream = new WrittenStream();
    PipedOutputStream out = new PipedOutputStream(stream);
    Thread.ofVirtual().start(() -> stream.write(writer, out));
    return stream;
  }

  @Override
  public synchronized int read() throws IOException {
    return orFailure(super.read());
  }

  @Override
  public synchronized int read(byte[] into, int offset, int length) throws IOException {
    return orFailure(super.read(into, offset, length));
  }

  private int orFailure(int read) {
    IOException failed = failure;
    if (read < 0 && failed != null) {
      // No IOException: that would look as if the connection had broken which this is read for.
      throw new IllegalStateException("the context cannot be read: " + failed);
    }
    return read;
  }

  private void write(Writer writer, PipedOutputStream pipe) {
    try (OutputStream out = pipe) {
      try {
        writer.writeTo(new Unclosed(out));
      } catch (IOException | RuntimeException e) {
        // Before the pipe is closed: its reader must not take this for the end.
        failure = e instanceof IOException io ? io : new IOException(e);
      }
    } catch (IOException e) {
      // The reader has gone.
    }
  }

  /**
   * What a writer gets: when it closes that early, because it fails, the reader must not see it.
   */
  private static final class Unclosed extends FilterOutputStream {

    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
