package org.laassoa.builder.disk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.laassoa.wire.DiskSpace;

class ToldSpaceTest {
  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;
  private static final long TOTAL = 500 * GIB;

  private final ToldSpace told = new ToldSpace();

  @Test
  void the_first_figures_are_told_in_whole_mebibytes() {
    assertThat(told.of(seen(10 * GIB + 17))).isEqualTo(seen(10 * GIB));
  }

  @Test
  void a_small_change_is_not_told() {
    DiskSpace first = told.of(seen(100 * GIB));

    DiskSpace later = told.of(seen(98 * GIB));

    assertThat(later).isSameAs(first);
  }

  @Test
  void small_changes_that_add_up_are_told() {
    told.of(seen(100 * GIB));
    told.of(seen(99 * GIB));

    DiskSpace later = told.of(seen(97 * GIB));

    assertThat(later).isEqualTo(seen(97 * GIB));
  }

  @Test
  void to_and_fro_at_one_border_is_not_told_each_time() {
    told.of(seen(100 * GIB));
    DiskSpace below = told.of(seen(97 * GIB));

    DiskSpace above = told.of(seen(98 * GIB));

    assertThat(above).isSameAs(below);
  }

  @Test
  void that_it_is_not_enough_any_more_is_told_however_small_the_change() {
    told.of(seen(GIB));

    DiskSpace later = told.of(seen(GIB - MIB));

    assertThat(later).isEqualTo(seen(GIB - MIB));
  }

  @Test
  void a_disk_that_grows_is_told() {
    told.of(seen(100 * GIB));

    DiskSpace later = told.of(new DiskSpace(100 * GIB, 2 * TOTAL, GIB));

    assertThat(later.totalBytes()).isEqualTo(2 * TOTAL);
  }

  private static DiskSpace seen(long free) {
    return new DiskSpace(free, TOTAL, GIB);
  }
}
