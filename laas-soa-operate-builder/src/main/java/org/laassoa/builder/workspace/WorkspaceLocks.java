package org.laassoa.builder.workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets one build at a time into a workspace; others wait, first come, first served. */
public final class WorkspaceLocks {

  private static final int ALL = Integer.MAX_VALUE;

  private final Map<Path, Gate> gates = new HashMap<>();
  private final Map<Object, Instant> since = new ConcurrentHashMap<>();

  /** One for each workspace that is held. */
  private final Semaphore anywhere = new Semaphore(ALL, true);

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
      enter(gate);
    } catch (InterruptedException e) {
      leave(directory, gate);
      throw e;
    }
    return held(directory, gate, Instant.now());
  }

  private void enter(Gate gate) throws InterruptedException {
    try {
      anywhere.acquire();
    } catch (InterruptedException e) {
      gate.semaphore.release();
      throw e;
    }
  }

  /** Holds the workspace until the answer is closed; nothing when somebody else does. */
  public Optional<Held> tryAcquire(Workspace workspace) {
    return tryAcquire(workspace, Instant.now());
  }

  /**
   * The same, for somebody who has held it before.
   *
   * @param begun since when
   */
  public Optional<Held> tryAcquire(Workspace workspace, Instant begun) {
    Path directory = workspace.directory();
    synchronized (gates) {
      Gate gate = gates.computeIfAbsent(directory, path -> new Gate());
      if (!gate.semaphore.tryAcquire()) {
        return Optional.empty();
      }
      if (!anywhere.tryAcquire()) {
        gate.semaphore.release();
        return Optional.empty();
      }
      gate.users++;
      return Optional.of(held(directory, gate, begun));
    }
  }

  /**
   * Holds all workspaces, those that are not there yet too, until the answer is closed; nothing
   * when somebody holds any.
   */
  public Optional<Held> tryAcquireAll() {
    if (!anywhere.tryAcquire(ALL)) {
      return Optional.empty();
    }
    AtomicBoolean released = new AtomicBoolean();
    return Optional.of(
        () -> {
          if (released.compareAndSet(false, true)) {
            anywhere.release(ALL);
          }
        });
  }

  /** Since when the one is held that is held longest; nothing when none is. */
  public Optional<Instant> oldest() {
    return since.values().stream().min(Comparator.naturalOrder());
  }

  private Held held(Path directory, Gate gate, Instant begun) {
    AtomicBoolean released = new AtomicBoolean();
    since.put(released, begun);
    return () -> {
      if (released.compareAndSet(false, true)) {
        since.remove(released);
        anywhere.release();
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
