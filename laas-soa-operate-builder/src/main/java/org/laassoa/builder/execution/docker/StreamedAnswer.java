package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The end of an answer that comes bit by bit. Unlike docker-java's own callback it also breaks a
 * connection that answers only after it was closed: else the engine would go on with what nobody
 * waits for.
 */
final class StreamedAnswer<T> implements ResultCallback<T> {

  private final Consumer<T> items;
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable Closeable connection;
  private @Nullable Throwable failure;
  private boolean closed;

  StreamedAnswer(Consumer<T> items) {
    this.items = items;
  }

  /** Waits for the end, and throws what it ended with. */
  void await() throws InterruptedException {
    ended.await();
    synchronized (this) {
      switch (failure) {
        case null -> {}
        case RuntimeException e -> throw e;
        case IOException e -> throw new UncheckedIOException(e);
        case Throwable e -> throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public synchronized void onStart(Closeable stream) {
    connection = stream;
    if (closed) {
      closeQuietly(stream);
    }
  }

  @Override
  public synchronized void onNext(T item) {
    if (!closed) {
      items.accept(item);
    }
  }

  @Override
  public synchronized void onError(Throwable error) {
    if (failure == null && !closed) {
      failure = error;
    }
    ended.countDown();
  }

  @Override
  public void onComplete() {
    ended.countDown();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (connection != null) {
      closeQuietly(connection);
    }
    ended.countDown();
  }

  private static void closeQuietly(Closeable stream) {
    try {
      stream.close();
    } catch (IOException | UncheckedIOException e) {
      // It is given up anyway.
    }
  }
}
