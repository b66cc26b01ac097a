package org.laassoa.builder.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The masked log of one attempt: a file that grows until it is closed. One writes ({@link
 * BuildLog}), any number read. Blocking file calls here are those that an interrupt does not
 * disturb: a cancelled build still writes its last lines.
 */
public final class Spool {

  private static final int DIGEST_CHUNK = 64 * 1024;

  private final Path path;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final MessageDigest digest = sha256Digest();
  private final RandomAccessFile file;
  private long length;
  private boolean closed;
  private String sha256 = "";

  private Spool(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * A spool to write to; goes on after what the file holds already.
   *
   * @param path the file, made with access for the owner only when it is not there
   * @throws UncheckedIOException when it cannot be read or written
   */
  static Spool append(Path path) {
    try {
      if (Files.notExists(path)) {
        Files.createFile(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Spool spool = new Spool(path, new RandomAccessFile(path.toFile(), "rw"));
      spool.readExisting();
      return spool;
    } catch (IOException e) {
      throw failed("opened", path, e);
    }
  }

  /**
   * A spool that a former process wrote: complete as it is.
   *
   * @throws UncheckedIOException when it cannot be read
   */
  public static Spool reopen(Path path) {
    try {
      Spool spool = new Spool(path, new RandomAccessFile(path.toFile(), "r"));
      spool.readExisting();
      spool.close();
      return spool;
    } catch (IOException e) {
      throw failed("opened", path, e);
    }
  }

  private void readExisting() throws IOException {
    byte[] chunk = new byte[DIGEST_CHUNK];
    long existing = file.length();
    while (length < existing) {
      int read = (int) Math.min(chunk.length, existing - length);
      file.readFully(chunk, 0, read);
      digest.update(chunk, 0, read);
      length += read;
    }
  }

  /** How many bytes there are so far. */
  public long length() {
    lock.lock();
    try {
      return length;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the last byte is no line end; false when there is none. */
  boolean endsWithinLine() {
    byte[] last = new byte[1];
    return length() > 0 && read(length() - 1, last) == 1 && last[0] != '\n';
  }

  /** Whether nothing will be added any more. */
  public boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Reads what there is.
   *
   * @param offset of the first byte, from 0
   * @param into filled from its start
   * @return how many bytes were read; 0 when there is nothing at or beyond the offset
   * @throws UncheckedIOException when the file cannot be read
   */
  public int read(long offset, byte[] into) {
    int wanted = (int) Math.clamp(length() - offset, 0L, into.length);
    // Opened for each read, so that a closed spool keeps no file open. What is written stays as it
    // is, so readers need no lock.
    try (RandomAccessFile reader = new RandomAccessFile(path.toFile(), "r")) {
      reader.seek(offset);
      reader.readFully(into, 0, wanted);
      return wanted;
    } catch (IOException e) {
      throw failed("read", path, e);
    }
  }

  /**
   * Waits until there is something to read or nothing will follow.
   *
   * @param offset how many bytes the caller has
   * @param timeout how long to wait at most
   * @return whether there is more than {@code offset}, or the spool is closed
   */
  public boolean awaitBeyond(long offset, Duration timeout) throws InterruptedException {
    long nanos = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (length <= offset && !closed) {
        if (nanos <= 0) {
          return false;
        }
        nanos = changed.awaitNanos(nanos);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The SHA-256 of all bytes, in lower-case hex. Computed as they are written, so it is there at
   * once.
   *
   * @throws IllegalStateException before the spool is closed
   */
  public String sha256() {
    lock.lock();
    try {
      if (!closed) {
        throw new IllegalStateException("the spool is still being written");
      }
      return sha256;
    } finally {
      lock.unlock();
    }
  }

  /** Appends bytes; after a failure the file holds what it held before. */
  void write(byte[] bytes, int offset, int count) {
    lock.lock();
    try {
      file.seek(length);
      file.write(bytes, offset, count);
      digest.update(bytes, offset, count);
      length += count;
      changed.signalAll();
    } catch (IOException e) {
      dropPartialWrite(e);
      throw failed("written", path, e);
    } finally {
      lock.unlock();
    }
  }

  private void dropPartialWrite(IOException cause) {
    try {
      file.setLength(length);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /** Nothing will be added any more. Closing twice does nothing. */
  void close() {
    lock.lock();
    try {
      if (!closed) {
        sha256 = HexFormat.of().formatHex(digest.digest());
        closed = true;
        changed.signalAll();
        file.close();
      }
    } catch (IOException e) {
      throw failed("closed", path, e);
    } finally {
      lock.unlock();
    }
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static UncheckedIOException failed(String what, Path path, IOException e) {
    return new UncheckedIOException(
        "the build's log could not be " + what + " (" + path + "): " + e.getMessage(), e);
  }
}
