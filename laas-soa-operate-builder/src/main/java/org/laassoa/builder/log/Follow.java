package org.laassoa.builder.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Copies a growing file into a log; made by {@link BuildLog#follow}. */
public final class Follow implements AutoCloseable {

  /** How often the file is looked at: unseen by people, and cheap (one read of nothing). */
  private static final Duration INTERVAL = Duration.ofMillis(20);

  private static final int CHUNK = 256 * 1024;

  private final BuildLog log;
  private final Path rawFile;
  private final RandomAccessFile file;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread copier;
  private final long from;
  private long offset;
  private volatile long to;
  private @Nullable RuntimeException failure;

  private Follow(BuildLog log, Path rawFile, RandomAccessFile file, long offset, long from) {
    this.log = log;
    this.rawFile = rawFile;
    this.file = file;
    this.offset = offset;
    this.from = from;
    this.to = from;
    this.copier = Thread.ofVirtual().name("follow").unstarted(this::copy);
  }

  /**
   * Begins to copy.
   *
   * @param offset of the first byte of the file to copy
   * @param from where that byte stands in the log
   */
  static Follow start(BuildLog log, Path rawFile, long offset, long from) {
    try {
      RandomAccessFile file = new RandomAccessFile(rawFile.toFile(), "r");
      file.seek(offset);
      Follow follow = new Follow(log, rawFile, file, offset, from);
      follow.copier.start();
      return follow;
    } catch (IOException e) {
      throw unreadable(rawFile, e);
    }
  }

  /** Where in the log the file's bytes begin. */
  public long from() {
    return from;
  }

  /** Where in the log the file's bytes end; final once this is closed. */
  public long to() {
    return closing.getCount() == 0 ? to : log.position();
  }

  private void copy() {
    try (file) {
      byte[] chunk = new byte[CHUNK];
      boolean last = false;
      while (!last) {
        // Asked before the last read, so that what was there at the close is read for sure.
        last = closing.await(INTERVAL.toNanos(), TimeUnit.NANOSECONDS);
        for (int read = file.read(chunk); read > 0; read = file.read(chunk)) {
          log.append(chunk, read);
          offset += read;
        }
      }
    } catch (IOException e) {
      failure = unreadable(rawFile, e);
    } catch (RuntimeException e) {
      failure = e;
    } catch (InterruptedException e) {
      throw new AssertionError("nobody knows this thread to interrupt it", e);
    }
  }

  /**
   * Reads the file to its end and stops. An interrupt does not cut this short; it stays pending.
   * Closing twice does nothing.
   *
   * @throws UncheckedIOException when the file could not be read or the log not be written
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closing.getCount() == 0) {
        return;
      }
      closing.countDown();
    }
    joinCopier();
    try {
      log.ended(rawFile, offset);
    } finally {
      to = log.position();
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void joinCopier() {
    boolean interrupted = false;
    while (copier.isAlive()) {
      try {
        copier.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static UncheckedIOException unreadable(Path rawFile, IOException e) {
    return new UncheckedIOException(
        "the script's output could not be read (" + rawFile + "): " + e.getMessage(), e);
  }
}
