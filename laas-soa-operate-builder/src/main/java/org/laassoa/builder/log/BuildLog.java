package org.laassoa.builder.log;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.execution.BuildOutput;

/**
 * Writes the log of one attempt: the agent's own lines, and what scripts print, masked.
 *
 * <p>While a script's output is followed, own lines wait: what the script printed is one unbroken
 * range of the log, from {@link Follow#from()} to {@link Follow#to()}. They are written with the
 * first line after it, before the next follow, or at the end. May be used by several threads.
 */
public final class BuildLog implements BuildOutput, AutoCloseable {

  private static final int BUFFER = 64 * 1024;

  private final Spool spool;
  private final OutputStream buffered;
  private final Masker masker;
  private final Queue<String> waiting = new ArrayDeque<>();

  /** How far each file was followed: the next follow goes on there. */
  private final Map<Path, Long> followed = new HashMap<>();

  private @Nullable Follow follow;
  private @Nullable Replay replay;
  private boolean lineOpen;
  private long limit = Long.MAX_VALUE;
  private Runnable limitReached = () -> {};

  private BuildLog(Spool spool, Collection<String> secrets) {
    this.spool = spool;
    this.buffered = new BufferedOutputStream(new SpoolStream(), BUFFER);
    this.masker = new Masker(secrets, buffered);
    this.lineOpen = spool.endsWithinLine();
  }

  /**
   * Opens the log.
   *
   * @param spoolFile the file to write to; made when it is not there, else continued
   * @param secrets what must not appear in it; values shorter than four bytes are not masked
   * @throws UncheckedIOException when the file cannot be written
   */
  public static BuildLog open(Path spoolFile, Collection<String> secrets) {
    return new BuildLog(Spool.append(spoolFile), secrets);
  }

  /**
   * Takes no more from scripts once the log has this length. Own lines are still written: they are
   * few, and say why.
   *
   * @param bytes the length, at least 1
   * @param reached told once, when a script prints more
   */
  public synchronized void limit(long bytes, Runnable reached) {
    limit = bytes;
    limitReached = reached;
  }

  /**
   * Adds one line of the agent's own, on a line of its own.
   *
   * @throws UncheckedIOException when the disk is full
   */
  @Override
  public synchronized void line(String text) {
    waiting.add(text);
    if (follow == null) {
      writeWaiting();
    }
  }

  /**
   * Copies what is and will be appended to a file into the log, until the follow is closed.
   *
   * @param rawFile a file that exists; one that was followed before is continued where that ended
   * @throws IllegalStateException while another file is followed
   * @throws UncheckedIOException when the file cannot be read
   */
  public synchronized Follow follow(Path rawFile) {
    if (follow != null) {
      throw new IllegalStateException("another file is being followed");
    }
    writeWaiting();
    follow = Follow.start(this, rawFile, followed.getOrDefault(rawFile, 0L), spool.length());
    return follow;
  }

  /**
   * Goes on with what a former process of the agent copied: byte for byte, the log becomes what it
   * would have become without a restart. Nothing may have been added to this log before.
   *
   * @param rawFile the file that was followed
   * @param from where in the log its bytes begin
   * @throws IllegalStateException when the log ends before that
   * @throws UncheckedIOException when the file cannot be read
   */
  public synchronized Follow followAgain(Path rawFile, long from) {
    replay = new Replay(spool, from);
    follow = Follow.start(this, rawFile, 0, from);
    return follow;
  }

  /** How many bytes are in the log so far, without what waits or is held back. */
  public long position() {
    return spool.length();
  }

  /** What has been written, to read from. */
  public Spool spool() {
    return spool;
  }

  /** Ends the log, a follow that is open first. Closing twice does nothing. */
  @Override
  public void close() {
    Follow open;
    synchronized (this) {
      open = follow;
    }
    if (open != null) {
      open.close();
    }
    synchronized (this) {
      if (!spool.closed()) {
        try {
          writeWaiting();
        } finally {
          spool.close();
        }
      }
    }
  }

  /** Takes the next bytes of the followed file. */
  synchronized void append(byte[] bytes, int count) {
    long length = spool.length() - (replay == null ? 0 : replay.remaining());
    int room = (int) Math.clamp(limit - length, 0, count);
    if (room > 0) {
      write(bytes, room);
    }
    if (room < count) {
      // From now on whatever comes is too much, and has been told.
      limit = 0;
      limitReached.run();
      limitReached = () -> {};
    }
  }

  private void write(byte[] bytes, int count) {
    try {
      masker.write(bytes, 0, count);
      buffered.flush();
      lineOpen = bytes[count - 1] != '\n';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The followed file has ended, having been read up to an offset. */
  synchronized void ended(Path rawFile, long offset) {
    followed.put(rawFile, offset);
    follow = null;
    finishMasking();
    Replay replayed = replay;
    replay = null;
    if (replayed != null) {
      replayed.end();
    }
  }

  private void writeWaiting() {
    for (String text = waiting.poll(); text != null; text = waiting.poll()) {
      String line = (lineOpen ? "\n" : "") + text + "\n";
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      write(bytes, bytes.length);
      finishMasking();
    }
  }

  private void finishMasking() {
    try {
      masker.finish();
      buffered.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class SpoolStream extends OutputStream {
    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      int known = replay == null ? 0 : replay.drop(bytes, offset, length);
      spool.write(bytes, offset + known, length - known);
    }
  }
}
