package org.laassoa.builder.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AnsweredPollsTest {

  private final Wake wake = new Wake();
  private final AnsweredPolls polls = new AnsweredPolls(wake);
  private final FutureTask<Boolean> build =
      new FutureTask<>(
          () -> {
            polls.await();
            return true;
          });
  private final Thread thread = Thread.ofVirtual().unstarted(build);

  @AfterEach
  void end() {
    thread.interrupt();
  }

  @Test
  void the_next_poll_that_is_answered_ends_the_wait() throws Exception {
    // Given
    waiting();
    // When
    polls.answered(polls.begin());
    // Then
    assertThat(build.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(polls.awaited()).isFalse();
  }

  @Test
  void the_loop_is_woken_for_it() throws Exception {
    // Given
    waiting();
    long begin = System.nanoTime();
    // When
    wake.await(Duration.ofSeconds(10));
    // Then
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void what_is_to_be_told_soon_wakes_the_loop_and_nobody_waits() throws Exception {
    // Given
    long begin = System.nanoTime();
    // When
    polls.soon();
    // Then
    wake.await(Duration.ofSeconds(10));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    assertThat(polls.awaited()).isFalse();
  }

  @Test
  void the_answer_to_a_poll_that_had_begun_before_tells_nothing() throws Exception {
    // Given
    long before = polls.begin();
    waiting();
    // When
    polls.answered(before);
    // Then
    assertThat(polls.awaited()).isTrue();
    assertThat(build.isDone()).isFalse();
  }

  @Test
  void a_poll_that_fails_tells_nothing() throws Exception {
    // Given
    waiting();
    polls.begin();
    // When
    polls.answered(polls.begin());
    // Then
    assertThat(build.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void an_interrupt_ends_the_wait() throws Exception {
    // Given
    waiting();
    // When
    thread.interrupt();
    // Then
    assertThatThrownBy(() -> build.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(polls.awaited()).isFalse();
  }

  private void waiting() {
    thread.start();
    await().until(polls::awaited);
  }
}
