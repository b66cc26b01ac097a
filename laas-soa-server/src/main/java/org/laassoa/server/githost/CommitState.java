package org.laassoa.server.githost;

/** The state of a build, as hosts show it at a commit. */
public enum CommitState {
  /** It waits. */
  PENDING,
  /** It runs. */
  RUNNING,
  /** It has succeeded. */
  SUCCESS,
  /** It has failed. */
  FAILED,
  /** It was cancelled. */
  CANCELLED
}
