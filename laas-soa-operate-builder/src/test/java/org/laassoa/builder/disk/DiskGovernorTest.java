package org.laassoa.builder.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.testing.ScriptedExecutor;
import org.laassoa.builder.testing.SmallDisk;
import org.laassoa.builder.workspace.AgentRoot;
import org.laassoa.builder.workspace.Workspace;
import org.laassoa.builder.workspace.WorkspaceLocks;
import org.laassoa.wire.Cache;

/** The governor on a real disk of 16 MiB. */
class DiskGovernorTest {

  private static final DiskRules MARKS = new DiskRules(null, 85, 75, Map.of());
  private static final int MIB = 1 << 20;

  @TempDir Path temp;

  private final WorkspaceLocks locks = new WorkspaceLocks();
  private SmallDisk disk;
  private AgentRoot root;
  private Caches caches;

  @BeforeEach
  void mount() throws Exception {
    disk = SmallDisk.mount(temp.resolve("disk"), "16m");
    root = new AgentRoot(disk.folder());
    caches = Caches.of(root, locks, new ScriptedExecutor());
  }

  @AfterEach
  void unmount() {
    if (disk != null) {
      root.close();
      disk.close();
    }
  }

  @Test
  void above_the_high_mark_what_was_used_least_recently_goes_until_the_low_mark() throws Exception {
    Workspace older = workspace("older", 5, days(3));
    Workspace oldest = workspace("oldest", 1, days(4));
    Workspace newest = workspace("newest", 8, days(1));

    tidy(MARKS);

    assertThat(oldest.directory()).doesNotExist();
    assertThat(older.directory()).doesNotExist();
    assertThat(newest.directory()).exists();
  }

  @Test
  void below_the_high_mark_everything_stays() throws Exception {
    Workspace old = workspace("old", 12, days(300));

    tidy(MARKS);

    assertThat(old.directory()).exists();
  }

  @Test
  void a_workspace_that_a_build_is_in_stays() throws Exception {
    Workspace used = workspace("used", 7, days(9));
    Workspace free = workspace("free", 7, days(1));

    try (WorkspaceLocks.Held build = locks.acquire(used)) {
      tidy(MARKS);
    }

    assertThat(used.directory()).exists();
    assertThat(free.directory()).doesNotExist();
  }

  @Test
  void what_goes_first_is_decided_over_all_kinds() throws Exception {
    Workspace workspace = workspace("newer", 7, days(2));
    Path library = library("maven/old/1.0", 7, days(5));

    tidy(MARKS);

    assertThat(library).doesNotExist();
    assertThat(workspace.directory()).exists();
  }

  @Test
  void the_shared_caches_stay_while_any_build_runs() throws Exception {
    Path library = library("maven/old/1.0", 14, days(5));

    try (WorkspaceLocks.Held build = locks.acquire(new Workspace(temp.resolve("elsewhere")))) {
      tidy(MARKS);
    }

    assertThat(library).exists();
  }

  @Test
  void a_cache_is_kept_to_its_limit_whatever_the_disk_has() throws Exception {
    Path old = library("go/mod/old@v1", 2, days(5));
    Path recent = library("go/mod/recent@v1", 2, days(1));
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("r-xr-xr-x"));
    Workspace workspace = workspace("other", 3, days(9));

    tidy(new DiskRules(null, 85, 75, Map.of(Cache.DEPENDENCY_LIB, 3L * MIB)));

    assertThat(old).doesNotExist();
    assertThat(recent).exists();
    assertThat(workspace.directory()).exists();
  }

  @Test
  void too_little_free_disk_is_a_mark_too() throws Exception {
    Workspace old = workspace("old", 8, days(1));

    tidy(new DiskRules(10L * MIB, 99, 99, Map.of()));

    assertThat(old.directory()).doesNotExist();
  }

  @Test
  void links_are_removed_and_not_followed() throws Exception {
    Path outside = Files.write(temp.resolve("outside"), new byte[1]);
    Workspace old = workspace("old", 14, days(1));
    Files.createSymbolicLink(old.source().resolve("link"), outside);
    Files.createSymbolicLink(old.source().resolve("folder"), temp);

    tidy(MARKS);

    assertThat(old.directory()).doesNotExist();
    assertThat(outside).exists();
  }

  @Test
  void a_clean_empties_what_is_named_and_says_what_is_in_use() throws Exception {
    workspace("free", 1, days(1));
    Workspace used = workspace("used", 1, days(1));
    Path library = library("maven/lib/1.0", 1, days(1));
    List<String> said = new ArrayList<>();

    try (WorkspaceLocks.Held build = locks.acquire(used)) {
      new CleanCaches(caches, List.of("workspaces", "moon")).run(said::add);
    }

    assertThat(said)
        .contains(
            "this agent knows no cache 'moon'",
            "removed workspaces git/app/branch/free (1 MiB)",
            "kept    workspaces git/app/branch/used: a build is in it",
            "removed 1, 1 MiB; kept 1");
    assertThat(used.directory()).exists();
    assertThat(library).exists();
  }

  private void tidy(DiskRules rules) {
    new DiskGovernor(root.root(), rules, caches, Optional.empty()).tidy();
  }

  private static Instant days(int ago) {
    return Instant.now().minus(Duration.ofDays(ago));
  }

  private Workspace workspace(String branch, int mib, Instant lastUsed) throws IOException {
    Workspace workspace = root.workspace("git", "app", "branch", branch);
    Files.createDirectories(workspace.source());
    Files.write(workspace.source().resolve("big"), new byte[mib * MIB]);
    workspace.used();
    Files.setLastModifiedTime(workspace.directory().resolve("last_used"), FileTime.from(lastUsed));
    return workspace;
  }

  private Path library(String name, int mib, Instant lastUsed) throws IOException {
    Path folder = Files.createDirectories(root.dependencyLib().resolve(name));
    Path file = Files.write(folder.resolve("lib.jar"), new byte[mib * MIB]);
    FileTime time = FileTime.from(lastUsed);
    Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(time, time, time);
    return folder;
  }
}
