package org.laassoa.endtoend.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Many connections to one server, each with one request under way at most, served by the thread
 * that calls. A run begins with all of them at rest and ends so.
 */
public final class Load implements AutoCloseable {

  private static final long LONGEST = Duration.ofMinutes(2).toNanos();
  private static final int DIGITS = 3;

  /** How late an open loop may send, in milliseconds: finer would cost a core. */
  private static final int TICK = 1;

  private final Selector selector;
  private final List<Connection> connections = new ArrayList<>();

  private Load(Selector selector) {
    this.selector = selector;
  }

  /** Connects once for each conversation. */
  public static Load connect(URI server, List<? extends Conversation> conversations) {
    try {
      Load load = new Load(Selector.open());
      for (Conversation conversation : conversations) {
        load.connections.add(new Connection(server, conversation, load.selector));
      }
      return load;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A closed loop: each connection asks again as soon as it has its answer, for that long. */
  public Measured asFastAsPossible(Duration duration) {
    return run(new Closed(System.nanoTime() + duration.toNanos()));
  }

  /** A closed loop until no conversation has anything more to say. */
  public Measured untilDone() {
    return run(new Closed(Long.MAX_VALUE));
  }

  /**
   * An open loop: so many requests a second, whatever the server does. An answer's time counts from
   * when its request was due, so that a server that falls behind is seen. What could not be sent
   * within twice that time, since no connection was free, is not sent at all.
   */
  public Measured atRate(int perSecond, Duration duration) {
    return run(new Open(perSecond, duration));
  }

  @Override
  public void close() {
    try (selector) {
      for (Connection connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Measured run(Loop loop) {
    var threads = ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    try {
      loop.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Measured(
        loop.nanos,
        Duration.ofNanos(System.nanoTime() - start),
        Duration.ofNanos(threads.getCurrentThreadCpuTime() - cpu));
  }

  /** Sends requests and takes answers until the last one is here. */
  private abstract class Loop {

    final Histogram nanos = new Histogram(LONGEST, DIGITS);
    int underWay;

    abstract void run() throws IOException;

    abstract void answered(Connection connection, long now) throws IOException;

    final void ask(Connection connection, long due) throws IOException {
      if (connection.ask(due)) {
        underWay++;
      }
    }

    final void take(SelectionKey key) {
      Connection connection = (Connection) key.attachment();
      try {
        if (connection.proceed()) {
          long now = System.nanoTime();
          nanos.recordValue(Math.min(LONGEST, now - connection.since()));
          underWay--;
          answered(connection, now);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final class Closed extends Loop {
    private final long deadline;

    Closed(long deadline) {
      this.deadline = deadline;
    }

    @Override
    void run() throws IOException {
      for (Connection connection : connections) {
        ask(connection, System.nanoTime());
      }
      while (underWay > 0) {
        selector.select(this::take);
      }
    }

    @Override
    void answered(Connection connection, long now) throws IOException {
      if (now < deadline) {
        ask(connection, now);
      }
    }
  }

  private final class Open extends Loop {
    private final ArrayDeque<Connection> idle = new ArrayDeque<>(connections);
    private final double interval;
    private final long all;
    private final long duration;
    private long sent;

    Open(int perSecond, Duration duration) {
      this.interval = 1e9 / perSecond;
      this.duration = duration.toNanos();
      this.all = perSecond * duration.toMillis() / 1000;
    }

    @Override
    void run() throws IOException {
      long start = System.nanoTime();
      while (underWay > 0 || (sent < all && System.nanoTime() - start < 2 * duration)) {
        long due = start + (long) (sent * interval);
        while (sent < all && due <= System.nanoTime() && !idle.isEmpty()) {
          ask(idle.poll(), due);
          sent++;
          due = start + (long) (sent * interval);
        }
        selector.select(this::take, TICK);
      }
    }

    @Override
    void answered(Connection connection, long now) {
      idle.add(connection);
    }
  }
}
