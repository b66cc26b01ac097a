package org.laassoa.server.githook;

import org.jspecify.annotations.Nullable;

/** What a host tells of. */
sealed interface HookEvent {

  /**
   * Who it was, and what of.
   *
   * @param name the event as people know it: {@code push}, {@code tag}, {@code merge request}
   * @param repository the repository's path at the host, or null where it is not said
   * @param causedBy who did it, for people; possibly empty
   */
  record Origin(String name, @Nullable String repository, String causedBy) {}

  /** Who it was, and what of. */
  Origin origin();

  /**
   * A branch or tag has come to another commit.
   *
   * @param origin who it was, and what of
   * @param ref which branch or tag
   * @param before the commit before; null for a new one
   * @param commit the commit now; null where it was deleted
   * @param message what its author wrote about the newest commit; empty where it is not known
   */
  record Push(
      Origin origin, Ref ref, @Nullable String before, @Nullable String commit, String message)
      implements HookEvent {}

  /**
   * A merge request was opened, or something was pushed to its branch.
   *
   * @param origin who it was, and what of
   * @param source the repository that its source branch is in, or null
   * @param branch its source branch
   * @param commit that branch's commit
   * @param message what its author wrote about that commit; empty where it is not known
   * @param at when it was last changed, in the host's words: the same when the call is sent again,
   *     another one when its branch comes back to a commit
   */
  record MergeRequest(
      Origin origin,
      @Nullable String source,
      String branch,
      String commit,
      String message,
      String at)
      implements HookEvent {}

  /**
   * Nothing that is ever built.
   *
   * @param origin who it was, and what of
   * @param why in words: {@code the merge request was closed}
   */
  record Other(Origin origin, String why) implements HookEvent {}

  /**
   * A branch or tag.
   *
   * @param type {@code branch} or {@code tag}
   * @param name its short name
   */
  record Ref(String type, String name) {}
}
