package org.laassoa.builder.workspace;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets one build at a time into a workspace; others wait, first come, first served. */
public final class WorkspaceLocks {

  private final Map<Path, Gate> gates = new HashMap<>();

  /**
   * Waits until nobody else holds the workspace, then holds it until the answer is closed.
   *
   * @throws InterruptedException when interrupted while waiting; nothing is held then
   */
  public Held acquire(Workspace workspace) throws InterruptedException {
    Path directory = workspace.directory();
    Gate gate;
    synchronized (gates) {
      gate = gates.computeIfAbsent(directory, path -> new Gate());
      gate.users++;
    }
    try {
      gate.semaphore.acquire();
    } catch (InterruptedException e) {
      leave(directory, gate);
      throw e;
    }
    return held(directory, gate);
  }

  /** Holds the workspace until the answer is closed; nothing when somebody else does. */
  public Optional<Held> tryAcquire(Workspace workspace) {
    Path directory = workspace.directory();
    synchronized (gates) {
      Gate gate = gates.computeIfAbsent(directory, path -> new Gate());
      if (!gate.semaphore.tryAcquire()) {
        return Optional.empty();
      }
      gate.users++;
      return Optional.of(held(directory, gate));
    }
  }

  private Held held(Path directory, Gate gate) {
    AtomicBoolean released = new AtomicBoolean();
    return () -> {
      if (released.compareAndSet(false, true)) {
        gate.semaphore.release();
        leave(directory, gate);
      }
    };
  }

  private void leave(Path directory, Gate gate) {
    synchronized (gates) {
      gate.users--;
      if (gate.users == 0) {
        gates.remove(directory);
      }
    }
  }

  /** A workspace that is held. Closing twice does nothing. */
  @FunctionalInterface
  public interface Held extends AutoCloseable {
    @Override
    void close();
  }

  private static final class Gate {
    private final Semaphore semaphore = new Semaphore(1, true);
    private int users;
  }
}
