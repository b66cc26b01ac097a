package org.laassoa.builder.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.laassoa.builder.workspace.FileTree;

/**
 * A clone on disk. Builds may have written to it, so its settings and hooks are made anew and
 * nothing of them is believed.
 */
final class WorkTree implements AutoCloseable {

  private final Path folder;
  private final Repository repository;
  private final Remote remote;

  private WorkTree(Path folder, Repository repository, Remote remote) {
    this.folder = folder;
    this.repository = repository;
    this.remote = remote;
  }

  /** Whether a folder holds a clone, in whatever state. */
  static boolean exists(Path folder) {
    Path git = folder.resolve(".git");
    return Files.isDirectory(git, LinkOption.NOFOLLOW_LINKS)
        && Files.isRegularFile(git.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS);
  }

  /** Opens the clone in a folder, or begins one in place of whatever is there. */
  static WorkTree open(Path folder, Remote remote) throws IOException {
    Path git = folder.resolve(".git");
    if (!exists(folder)) {
      FileTree.delete(folder);
      Files.createDirectories(folder);
      try (Repository fresh = new FileRepository(git.toFile())) {
        fresh.create();
      }
    }
    for (String unsafe :
        List.of(
            "config", "config.worktree", "hooks", "info", "commondir", "objects/info/alternates")) {
      FileTree.delete(git.resolve(unsafe));
    }
    Files.writeString(git.resolve("config"), settings(remote));
    return new WorkTree(folder, new FileRepository(git.toFile()), remote);
  }

  private static String settings(Remote remote) {
    return """
        [core]
        \trepositoryformatversion = 0
        \tfilemode = true
        \tbare = false
        \tlogallrefupdates = false
        [gc]
        \tauto = 0
        \tautodetach = false
        [remote "origin"]
        \turl = "%s"
        \tfetch = +refs/heads/*:refs/remotes/origin/*
        """
        .formatted(remote.address().replace("\\", "\\\\").replace("\"", "\\\""));
  }

  /** Fetches one ref and checks out its commit. */
  RevCommit checkOutRef(String ref, boolean keepSubmodules) throws IOException {
    boolean branch = ref.startsWith(Constants.R_HEADS);
    String name = ref.substring(ref.indexOf('/', "refs/".length()) + 1);
    String tracking = branch ? Constants.R_REMOTES + "origin/" + name : ref;
    FetchResult result = remote.fetch(repository, List.of(new RefSpec("+" + ref + ":" + tracking)));
    ObjectId id = result.getAdvertisedRef(ref).getObjectId();
    return checkOut(id, branch ? ref : "", keepSubmodules);
  }

  /** Checks out a commit, which is fetched with all branches and tags when it is not there. */
  RevCommit checkOutCommit(ObjectId id) throws IOException {
    if (!repository.getObjectDatabase().has(id)) {
      remote.fetch(
          repository,
          List.of(
              new RefSpec("+refs/heads/*:refs/remotes/origin/*"),
              new RefSpec("+refs/tags/*:refs/tags/*")));
    }
    return checkOut(id, "", true);
  }

  private RevCommit checkOut(ObjectId id, String branch, boolean keepSubmodules)
      throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit commit = walk.parseCommit(id);
      dropDoubtfulIndex();
      DirCacheCheckout checkout =
          new DirCacheCheckout(repository, repository.lockDirCache(), commit.getTree());
      checkout.setFailOnConflict(false);
      checkout.setProgressMonitor(remote.cancellation());
      checkout.checkout();
      pointHeadAt(commit, branch);
      Leftovers.remove(folder, repository.readDirCache(), keepSubmodules);
      return commit;
    }
  }

  /** Drops an index that says "take this file as unchanged": a build's doing. */
  private void dropDoubtfulIndex() throws IOException {
    DirCache index = repository.readDirCache();
    for (int i = 0; i < index.getEntryCount(); i++) {
      DirCacheEntry entry = index.getEntry(i);
      if (entry.isAssumeValid() || entry.isSkipWorkTree() || entry.getStage() != 0) {
        Files.delete(repository.getIndexFile().toPath());
        return;
      }
    }
  }

  private void pointHeadAt(RevCommit commit, String branch) throws IOException {
    if (!branch.isEmpty()) {
      set(repository.updateRef(branch), commit);
      RefUpdate head = repository.updateRef(Constants.HEAD);
      requireDone(head.link(branch));
    } else {
      set(repository.updateRef(Constants.HEAD, true), commit);
    }
  }

  private static void set(RefUpdate update, RevCommit commit) throws IOException {
    update.setNewObjectId(commit);
    update.setForceUpdate(true);
    requireDone(update.update());
  }

  private static void requireDone(RefUpdate.Result result) throws IOException {
    switch (result) {
      case NEW, FORCED, FAST_FORWARD, NO_CHANGE, RENAMED -> {}
      case NOT_ATTEMPTED,
          LOCK_FAILURE,
          REJECTED,
          REJECTED_CURRENT_BRANCH,
          IO_FAILURE,
          REJECTED_MISSING_OBJECT,
          REJECTED_OTHER_REASON ->
          throw new IOException("a ref could not be written: " + result);
    }
  }

  /** The repository, for reading. */
  Repository repository() {
    return repository;
  }

  @Override
  public void close() {
    repository.close();
  }
}
