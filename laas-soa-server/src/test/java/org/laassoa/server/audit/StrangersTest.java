package org.laassoa.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrangersTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final Strangers strangers = new Strangers();

  @Test
  void a_flood_of_strangers_fills_the_trail_with_so_many_a_second_only() {
    long noted =
        IntStream.range(0, 10_000).filter(call -> strangers.mayBeNoted(NOW.plusMillis(9))).count();

    assertThat(noted).isEqualTo(Strangers.MOST_A_SECOND);
    assertThat(strangers.mayBeNoted(NOW.plusSeconds(1))).isTrue();
  }
}
