package org.laassoa.builder.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.laassoa.builder.disk.ByteSize;
import org.laassoa.builder.disk.DiskRules;
import org.laassoa.builder.disk.FreeDisk;

/** Whether the disk has room. */
public final class DiskCheck implements Check {

  private static final int FEW_INODES_PERCENT = 5;

  private final Path root;
  private final DiskRules rules;

  /** A check of the disk that the agent's folder is on, or will be. */
  public DiskCheck(Path root, DiskRules rules) {
    this.root = root;
    this.rules = rules;
  }

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public List<Finding> findings() {
    Path folder = Folders.existing(root);
    List<Finding> findings = new ArrayList<>();
    String full = new FreeDisk(folder, rules.minFree()).notTaking();
    if (full != null) {
      findings.add(
          Finding.fail("no work is taken: " + full, "make room, or lower --min-free-disk"));
    }
    try {
      findings.add(use(folder));
    } catch (IOException e) {
      findings.add(Finding.fail("it cannot be asked: " + e.getMessage(), "is it mounted?"));
    }
    Inodes.of(folder)
        .filter(inodes -> inodes.freePercent() < FEW_INODES_PERCENT)
        .map(few -> Finding.warn("few inodes are free: " + few.free(), "remove small files"))
        .ifPresent(findings::add);
    return findings;
  }

  private Finding use(Path folder) throws IOException {
    FileStore disk = Files.getFileStore(folder);
    long usable = disk.getUsableSpace();
    double used = disk.getTotalSpace() - disk.getUnallocatedSpace();
    double percent = 100 * used / Math.max(1, used + usable);
    String words =
        String.format(
            Locale.ROOT,
            "%s free of %s, %.0f %% used (caches are emptied above %d %%, down to %d %%)",
            ByteSize.words(usable),
            ByteSize.words(disk.getTotalSpace()),
            percent,
            rules.high(),
            rules.low());
    return percent > rules.high()
        ? Finding.warn(words, "other things fill it: the caches will be emptied for nothing")
        : Finding.ok(words);
  }
}
