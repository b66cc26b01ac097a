package org.laassoa.builder.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.workspace.FileTree;

/** Tries out whether repositories can be made and cloned on this machine. */
public final class GitTrial {

  private GitTrial() {}

  /**
   * Makes a repository with one commit, clones it, and removes both.
   *
   * @param folder where to do it
   * @return what went wrong; nothing when nothing did
   */
  public static Optional<String> in(Path folder) {
    HermeticSystemReader.install();
    Path trial = null;
    try {
      trial = Files.createTempDirectory(folder, ".laas-trial-");
      attempt(trial);
      return Optional.empty();
    } catch (IOException | GitAPIException | JGitInternalException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } finally {
      removeQuietly(trial);
    }
  }

  private static void attempt(Path trial) throws IOException, GitAPIException {
    Path origin = trial.resolve("origin");
    Path clone = trial.resolve("clone");
    try (Git git = Git.init().setDirectory(origin.toFile()).call()) {
      Files.writeString(origin.resolve("file"), "trial\n");
      git.add().addFilepattern("file").call();
      git.commit()
          .setMessage("Trial")
          .setAuthor("laas", "laas@localhost")
          .setCommitter("laas", "laas@localhost")
          .setSign(false)
          .call();
    }
    try (Git git =
        Git.cloneRepository()
            .setURI(origin.toUri().toString())
            .setDirectory(clone.toFile())
            .call()) {
      Files.readString(clone.resolve("file"));
    }
  }

  private static void removeQuietly(@Nullable Path trial) {
    try {
      if (trial != null) {
        FileTree.delete(trial);
      }
    } catch (IOException e) {
      // What was made a moment ago can be removed, unless the disk has just broken.
    }
  }
}
