package org.laassoa.builder.workspace;

import java.nio.file.Path;

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

  /** Whether it is a tag's: such a workspace is not kept when its build has ended. */
  public boolean isOfTag() {
    Path kind = directory.getParent();
    return kind != null && kind.endsWith("tag");
  }
}
