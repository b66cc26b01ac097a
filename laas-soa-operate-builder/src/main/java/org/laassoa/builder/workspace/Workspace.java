package org.laassoa.builder.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/**
 * The folders of one branch or tag: {@code <git server>/<repository>/{branch|tag}/<ref>/}.
 *
 * @param directory the folder that holds the others
 */
public record Workspace(Path directory) {

  /** The checked-out source. */
  public Path source() {
    return directory.resolve("source");
  }

  /** The scripts and their {@code version} file. */
  public Path build() {
    return directory.resolve("build");
  }

  /** For what a build makes. */
  public Path target() {
    return directory.resolve("target");
  }

  /** When a build last used it; the beginning of time when that is not known. */
  public Instant lastUsed() {
    for (Path file : List.of(lastUse(), source(), directory)) {
      try {
        return Files.getLastModifiedTime(file).toInstant();
      } catch (IOException e) {
        // The next one tells.
      }
    }
    return Instant.EPOCH;
  }

  /**
   * Notes that a build uses it, now.
   *
   * @throws IOException when the disk is full
   */
  public void used() throws IOException {
    Files.write(lastUse(), new byte[0]);
    Files.setLastModifiedTime(lastUse(), FileTime.from(Instant.now()));
  }

  private Path lastUse() {
    return directory.resolve("last_used");
  }

  /** Whether it is a tag's: such a workspace is not kept when its build has ended. */
  public boolean isOfTag() {
    Path kind = directory.getParent();
    return kind != null && kind.endsWith("tag");
  }
}
