package org.laassoa.server.githost;

import java.util.List;

/**
 * What a git host is asked for. Every method makes calls over the network, within seconds, and
 * throws a {@link GitHostException} when they fail.
 */
public interface GitHost {

  /** Who the token is, and what it may do. */
  Account whoAmI();

  /**
   * A page of the repositories that the token may see, those of which the name or path contains a
   * text.
   *
   * @param search what to search for; empty finds all
   * @param page from 0
   * @param size 1 to 100
   */
  RepositoryPage list(String search, int page, int size);

  /** The repository at that path, such as {@code team/shop}. */
  Repository describe(String path);

  /** Branches whose name contains a text, not more than 100. */
  List<RefName> branches(String path, String search);

  /** Tags whose name contains a text, not more than 100. */
  List<RefName> tags(String path, String search);

  /** Tells the state of a commit; the same context replaces what was told before. */
  void report(String path, String commit, CommitStatus status);

  /**
   * Registers a hook for pushes, tags and merge requests.
   *
   * @return its id there
   */
  String registerHook(String path, NewHook hook);

  /** Removes a hook; one that is gone already is none to remove. */
  void removeHook(String path, String hookId);
}
