package org.laassoa.server.provisioning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A disk of a chosen size that every account may write to; only root can have one. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts one, with options of tmpfs(5). */
  static SmallDisk mount(String options) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("small-disk");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    int code =
        run("mount", "-t", "tmpfs", "-o", "mode=0777," + options, "tmpfs", folder.toString());
    if (code != 0 && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("in CI nothing is skipped, but no disk can be mounted");
    }
    Assumptions.assumeTrue(code == 0, "no disk can be mounted: that needs root");
    return new SmallDisk(folder);
  }

  Path folder() {
    return folder;
  }

  void remount(String options) throws IOException, InterruptedException {
    run("mount", "-o", "remount," + options, folder.toString());
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(List.of(command)).inheritIO().start().waitFor();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run("umount", "-l", folder.toString());
    Files.delete(folder);
  }
}
