package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Removes the containers of scripts. Once a script has ended nothing depends on its container any
 * more: neither the next step nor the build's result waits until the engine has taken it apart. An
 * engine that is away is asked again until it has removed the container or says that there is none.
 */
final class Removals {

  private static final Logger LOG = Logger.getLogger(Removals.class);

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** For so long an engine may still be making a container that it was asked for. */
  private static final Duration IN_THE_MAKING = Duration.ofSeconds(10);

  private final Engine engine;
  private final Duration again;
  private final Duration inTheMaking;
  private final Set<Thread> underWay = new HashSet<>();

  Removals(Engine engine) {
    this(engine, AGAIN, IN_THE_MAKING);
  }

  /**
   * Removals at another pace.
   *
   * @param again the pause before an engine that failed is asked again
   * @param inTheMaking how long a container is looked for that may still come
   */
  Removals(Engine engine, Duration again, Duration inTheMaking) {
    this.engine = engine;
    this.again = again;
    this.inTheMaking = inTheMaking;
  }

  /**
   * Kills a container with all that runs in it and removes it, before this returns; where the
   * engine fails to within 10 s, in the background from then on.
   */
  void removeNow(String container) {
    if (tried(container) == Removal.FAILED) {
      LOG.warnf("The engine does not remove the container %s, trying on", container);
      inBackground(container, () -> removeLater(container, System.nanoTime()));
    }
  }

  /**
   * Removes a container of which nobody knows whether the engine has made it, is making it or never
   * will: what is not there yet is looked for again, in the background.
   */
  void removeOnceMade(String container) {
    if (tried(container) != Removal.REMOVED) {
      long mayComeUntil = System.nanoTime() + inTheMaking.toNanos();
      inBackground(container, () -> removeLater(container, mayComeUntil));
    }
  }

  /** Removes, soon, a container in which nothing runs any more. */
  void removeSoon(String container) {
    inBackground(
        container,
        () -> {
          if (tried(container) == Removal.FAILED) {
            removeLater(container, System.nanoTime());
          }
        });
  }

  private enum Removal {
    REMOVED,
    NOT_THERE,
    FAILED
  }

  private Removal tried(String container) {
    AtomicBoolean there = new AtomicBoolean(true);
    boolean answered = engine.quietly(LIMIT, docker -> there.set(remove(docker, container)));
    if (!answered) {
      return Removal.FAILED;
    }
    return there.get() ? Removal.REMOVED : Removal.NOT_THERE;
  }

  /**
   * Removes a container, whatever state it is in.
   *
   * @return whether it was there
   */
  static boolean remove(DockerClient docker, String container) {
    try {
      docker.removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private void removeLater(String container, long mayComeUntil) throws InterruptedException {
    Removal last;
    do {
      Thread.sleep(again);
      last = tried(container);
    } while (last == Removal.FAILED
        || (last == Removal.NOT_THERE && mayComeUntil - System.nanoTime() > 0));
  }

  @FunctionalInterface
  private interface Work {
    void run() throws InterruptedException;
  }

  private synchronized void inBackground(String container, Work work) {
    Thread thread =
        Thread.ofVirtual()
            .name("remove-" + container)
            .unstarted(
                () -> {
                  try {
                    work.run();
                  } catch (InterruptedException e) {
                    LOG.warnf("The container %s may be left behind", container);
                  } finally {
                    ended(Thread.currentThread());
                  }
                });
    underWay.add(thread);
    thread.start();
  }

  private synchronized void ended(Thread thread) {
    underWay.remove(thread);
    notifyAll();
  }

  /** Waits until everything is removed, or 10 s have passed. An interrupt stays pending. */
  synchronized void join() {
    long end = System.nanoTime() + LIMIT.toNanos();
    boolean interrupted = false;
    for (long left = LIMIT.toNanos();
        left > 0 && !underWay.isEmpty();
        left = end - System.nanoTime()) {
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits like {@link #join}, then gives up: what is left is found by its label when the agent is
   * started again.
   */
  synchronized void close() {
    join();
    underWay.forEach(Thread::interrupt);
  }
}
