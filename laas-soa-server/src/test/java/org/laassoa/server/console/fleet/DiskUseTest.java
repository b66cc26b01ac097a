package org.laassoa.server.console.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laassoa.wire.DiskSpace;

class DiskUseTest {
  private static final long GIB = 1L << 30;

  @ParameterizedTest
  @CsvSource({"0, 100, 100", "25, 100, 75", "100, 100, 0", "101, 100, 0", "0, 0, 0"})
  void a_bar_is_filled_by_what_is_used(long free, long total, int percent) {
    assertThat(new DiskUse(free, total, 0).percent()).isEqualTo(percent);
  }

  @Test
  void figures_are_in_gib_with_a_decimal_where_they_are_small() {
    DiskUse disk = new DiskUse(GIB / 2, 466 * GIB, GIB);

    assertThat(disk.free()).isEqualTo("0.5");
    assertThat(disk.total()).isEqualTo("466");
  }

  @Test
  void less_than_the_agent_needs_is_low() {
    assertThat(new DiskUse(GIB - 1, 10 * GIB, GIB).isLow()).isTrue();
    assertThat(new DiskUse(GIB, 10 * GIB, GIB).isLow()).isFalse();
  }

  @Test
  void an_agent_that_does_not_say_what_it_needs_is_never_low() {
    assertThat(DiskUse.of(new DiskSpace(0L, GIB, null)).isLow()).isFalse();
    assertThat(DiskUse.of(null)).isNull();
  }
}
