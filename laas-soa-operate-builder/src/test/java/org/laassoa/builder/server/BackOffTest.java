package org.laassoa.builder.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {

  /** Half of every range: no spread. */
  private static final RandomGenerator MIDDLE = () -> 1L << 63;

  @Test
  void the_wait_doubles_up_to_15_seconds() {
    BackOff backOff = new BackOff(BackOff.FIRST, BackOff.LONGEST, MIDDLE);

    assertThat(Stream.generate(backOff::next).limit(7).map(Duration::toMillis))
        .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 15000L, 15000L);
  }

  @Test
  void after_a_success_it_begins_again() {
    BackOff backOff = new BackOff(BackOff.FIRST, BackOff.LONGEST, MIDDLE);
    backOff.next();
    backOff.next();

    backOff.reset();

    assertThat(backOff.next()).isEqualTo(BackOff.FIRST);
  }

  @Test
  void the_spread_is_at_most_a_tenth() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    assertThat(Stream.generate(() -> BackOff.spread(Duration.ofMillis(500), random)).limit(1000))
        .allMatch(wait -> wait.toMillis() >= 450 && wait.toMillis() <= 550);
  }
}
