package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.DockerClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Removes the containers of scripts. Once a script has ended nothing depends on its container any
 * more: neither the next step nor the build's result waits until the engine has taken it apart.
 */
final class Removals {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Engine engine;
  private final Set<Thread> underWay = ConcurrentHashMap.newKeySet();

  Removals(Engine engine) {
    this.engine = engine;
  }

  /** Kills a container with all that runs in it and removes it, before this returns. */
  void removeNow(String container) {
    engine.quietly(LIMIT, docker -> remove(docker, container));
  }

  /** Removes a container, whatever state it is in. */
  static void remove(DockerClient docker, String container) {
    docker.removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
  }

  /** Removes, soon, a container in which nothing runs any more. */
  void removeSoon(String container) {
    Thread thread =
        Thread.ofVirtual()
            .name("remove-" + container)
            .unstarted(
                () -> {
                  try {
                    removeNow(container);
                  } finally {
                    underWay.remove(Thread.currentThread());
                  }
                });
    underWay.add(thread);
    thread.start();
  }

  /** Waits until everything is removed, or 10 s have passed. An interrupt stays pending. */
  void join() {
    boolean interrupted = false;
    for (Thread thread : Set.copyOf(underWay)) {
      boolean ended = false;
      while (!ended) {
        try {
          // Each ends by itself at the limit.
          thread.join();
          ended = true;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
