package org.laassoa.builder.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StopSignalTest {

  private final StopSignal signal = new StopSignal();

  @AfterEach
  void clear() {
    Thread.interrupted();
  }

  @Test
  void a_guarded_thread_is_interrupted() {
    try (var guard = signal.guard()) {
      signal.stop(StopReason.CANCELLED);

      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
  }

  @Test
  void a_stop_before_the_guard_interrupts_at_once() {
    signal.stop(StopReason.CANCELLED);

    try (var guard = signal.guard()) {
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
  }

  @Test
  void an_interrupt_does_not_outlive_the_guard() {
    try (var guard = signal.guard()) {
      signal.stop(StopReason.CANCELLED);
    }

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void the_first_reason_stays() {
    signal.stop(StopReason.CANCELLED);
    signal.stop(StopReason.SHUT_DOWN);

    assertThat(signal.reason()).contains(StopReason.CANCELLED);
  }
}
