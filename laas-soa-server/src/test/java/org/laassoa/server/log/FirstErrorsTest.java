package org.laassoa.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FirstErrorsTest {

  private final FirstErrors errors = new FirstErrors();
  private final AtomicInteger searches = new AtomicInteger();

  private Long search(long line) {
    searches.incrementAndGet();
    return line;
  }

  @Test
  void what_has_been_found_is_not_looked_for_again() {
    errors.of("7", 1, () -> search(12));

    Long line = errors.of("7", 1, () -> search(13));

    assertThat(line).isEqualTo(12);
    assertThat(searches).hasValue(1);
  }

  @Test
  void that_there_is_none_is_known_too() {
    errors.of("7", 1, () -> null);

    assertThat(errors.of("7", 1, () -> search(13))).isNull();
  }

  @Test
  void each_attempt_has_its_own() {
    errors.of("7", 1, () -> search(12));

    assertThat(errors.of("7", 2, () -> search(13))).isEqualTo(13);
    assertThat(errors.of("8", 1, () -> search(14))).isEqualTo(14);
  }

  @Test
  void a_search_that_fails_is_made_again() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                errors.of(
                    "7",
                    1,
                    () -> {
                      throw new IllegalStateException();
                    }));

    assertThat(errors.of("7", 1, () -> search(12))).isEqualTo(12);
  }

  @Test
  void all_who_ask_at_once_wait_for_one_search() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> answers =
          Stream.generate(() -> threads.submit(() -> errors.of("7", 1, () -> slow(begun, goOn))))
              .limit(20)
              .toList();
      begun.await();

      goOn.countDown();

      for (Future<Long> answer : answers) {
        assertThat(answer.get()).isEqualTo(12);
      }
    }
    assertThat(searches).hasValue(1);
  }

  private Long slow(CountDownLatch begun, CountDownLatch goOn) {
    begun.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return search(12);
  }
}
