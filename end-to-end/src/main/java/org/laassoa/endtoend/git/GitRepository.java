package org.laassoa.endtoend.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A repository on a Git server's disk, with a working copy beside it to make commits in. */
public final class GitRepository {

  private final Path bare;
  private final Path work;

  private GitRepository(Path bare, Path work) {
    this.bare = bare;
    this.work = work;
  }

  /**
   * Makes an empty repository whose branch is {@code main}.
   *
   * @param serverRoot the folder that the Git server serves
   * @param name its path below that, such as {@code team/app.git}
   * @param work an absent or empty folder for the working copy
   */
  public static GitRepository create(Path serverRoot, String name, Path work) {
    Path bare = serverRoot.resolve(name);
    try {
      Files.createDirectories(bare);
      Files.createDirectories(work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Git.run(bare, "init", "-q", "--bare", "-b", "main");
    Git.run(work, "init", "-q", "-b", "main");
    Git.run(work, "remote", "add", "origin", bare.toString());
    return new GitRepository(bare, work);
  }

  /** Where the server has it. */
  public Path bare() {
    return bare;
  }

  /** Writes a file of the working copy. */
  public GitRepository write(String file, String content) {
    try {
      Path path = work.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a file of the working copy. */
  public GitRepository delete(String file) {
    try {
      Files.delete(work.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a folder's content over the working copy; what is executable stays so. */
  public GitRepository copy(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path copy = work.resolve(folder.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(
            file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes on on another branch, made from the current one when it is not there. */
  public GitRepository branch(String name) {
    Git.run(work, "checkout", "-q", "-B", name);
    return this;
  }

  /** Adds another repository as a submodule. */
  public GitRepository submodule(String url, String path) {
    Git.run(work, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", url, path);
    return this;
  }

  /**
   * Commits the working copy as it is and pushes the branch.
   *
   * @return the commit, 40 hexadecimal digits
   */
  public String commit(String message) {
    Git.run(work, "add", "-A");
    Git.run(work, "commit", "-q", "--allow-empty", "-m", message);
    return push();
  }

  /**
   * Replaces the branch's last commit by the working copy as it is, and force-pushes.
   *
   * @return the new commit
   */
  public String replaceCommit(String message) {
    Git.run(work, "add", "-A");
    Git.run(work, "commit", "-q", "--allow-empty", "--amend", "-m", message);
    return push();
  }

  /** Tags the current commit and pushes the tag, moving it when it is there. */
  public void tag(String name) {
    Git.run(work, "tag", "-f", name);
    Git.run(work, "push", "-q", "-f", "origin", "refs/tags/" + name);
  }

  private String push() {
    Git.run(work, "push", "-q", "-f", "origin", "HEAD");
    return Git.run(work, "rev-parse", "HEAD");
  }
}
