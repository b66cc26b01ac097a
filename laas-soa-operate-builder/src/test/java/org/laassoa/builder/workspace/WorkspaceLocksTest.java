package org.laassoa.builder.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
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

  @Test
  void all_are_had_only_when_nobody_has_any() throws Exception {
    WorkspaceLocks.Held one = locks.acquire(workspace);

    assertThat(locks.tryAcquireAll()).isEmpty();

    one.close();
    try (WorkspaceLocks.Held all = locks.tryAcquireAll().orElseThrow()) {
      assertThat(locks.tryAcquire(workspace)).isEmpty();
    }
    assertThat(locks.tryAcquire(workspace)).isPresent();
  }

  @Test
  void the_oldest_is_known_as_long_as_it_is_held() throws Exception {
    Instant begun = Instant.parse("2026-01-01T00:00:00Z");
    WorkspaceLocks.Held old = locks.tryAcquire(workspace, begun).orElseThrow();
    WorkspaceLocks.Held young = locks.acquire(new Workspace(Path.of("b")));

    assertThat(locks.oldest()).contains(begun);

    old.close();
    assertThat(locks.oldest()).hasValueSatisfying(since -> assertThat(since).isAfter(begun));
    young.close();
    assertThat(locks.oldest()).isEmpty();
  }
}
