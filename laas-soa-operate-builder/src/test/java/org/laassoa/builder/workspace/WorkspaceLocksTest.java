package org.laassoa.builder.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkspaceLocksTest {

  private final WorkspaceLocks locks = new WorkspaceLocks();
  private final Workspace workspace = new Workspace(Path.of("a"));

  @Test
  void the_second_build_waits_for_the_first() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    WorkspaceLocks.Held first = locks.acquire(workspace);
    Thread second =
        Thread.startVirtualThread(
            () -> {
              try (WorkspaceLocks.Held held = locks.acquire(workspace)) {
                entered.countDown();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    assertThat(entered.await(50, TimeUnit.MILLISECONDS)).isFalse();

    first.close();

    assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
    second.join();
  }

  @Test
  void other_workspaces_do_not_wait() throws Exception {
    try (WorkspaceLocks.Held held = locks.acquire(workspace);
        WorkspaceLocks.Held other = locks.acquire(new Workspace(Path.of("b")))) {
      assertThat(held).isNotSameAs(other);
    }
  }

  @Test
  void who_only_tries_does_not_wait() throws Exception {
    WorkspaceLocks.Held held = locks.tryAcquire(workspace).orElseThrow();
    assertThat(locks.tryAcquire(workspace)).isEmpty();

    held.close();

    locks.tryAcquire(workspace).orElseThrow().close();
  }

  @Test
  void an_interrupted_wait_holds_nothing() throws Exception {
    WorkspaceLocks.Held held = locks.acquire(workspace);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> locks.acquire(workspace)).isInstanceOf(InterruptedException.class);

    held.close();
    locks.acquire(workspace).close();
  }
}
