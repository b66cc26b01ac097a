package org.laassoa.builder.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.wire.DiskSpace;

class FreeDiskTest {

  @TempDir Path folder;

  private long now;

  @Test
  void with_room_there_is_no_reason_against_work() {
    assertThat(new FreeDisk(folder, 1L).notTaking()).isNull();
  }

  @Test
  void without_room_the_reason_says_what_is_free_and_what_is_needed() {
    assertThat(new FreeDisk(folder, 1L << 60).notTaking())
        .matches("its disk has .+iB free, less than the 1048576 TiB that builds need");
  }

  @Test
  void a_disk_that_cannot_be_asked_is_no_reason_against_work() {
    assertThat(new FreeDisk(folder.resolve("nowhere"), 1L << 60).notTaking()).isNull();
  }

  @Test
  void what_is_free_and_how_large_it_is_is_told() throws Exception {
    DiskSpace space = new FreeDisk(folder, 1L << 20).space();

    assertThat(space.totalBytes()).isEqualTo(Files.getFileStore(folder).getTotalSpace());
    assertThat(space.freeBytes()).isPositive().isLessThanOrEqualTo(space.totalBytes());
    assertThat(space.neededBytes()).isEqualTo(1L << 20);
    assertThat(new FreeDisk(folder.resolve("nowhere"), null).space()).isNull();
  }

  @Test
  void it_is_looked_at_again_after_five_seconds_and_not_before() throws Exception {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    FreeDisk disk = new FreeDisk(gone, 1L << 60, () -> now);
    disk.notTaking();
    Files.delete(gone);

    now += 4_000_000_000L;
    String soon = disk.notTaking();
    now += 2_000_000_000L;
    String later = disk.notTaking();

    assertThat(soon).isNotNull();
    assertThat(later).isNull();
  }
}
