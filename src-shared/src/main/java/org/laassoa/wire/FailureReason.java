package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a failure that is not a script's is about. */
public enum FailureReason {
  /** The branch or tag is not in the repository. */
  @JsonProperty("ref_not_found")
  REF_NOT_FOUND,
  /** The git server refused the login. */
  @JsonProperty("git_login_refused")
  GIT_LOGIN_REFUSED,
  /** The git server does not know the repository. */
  @JsonProperty("repository_not_found")
  REPOSITORY_NOT_FOUND,
  /** The git server did not answer, or the connection broke. */
  @JsonProperty("git_unreachable")
  GIT_UNREACHABLE,
  /** A script that the configuration names is not there. */
  @JsonProperty("script_not_found")
  SCRIPT_NOT_FOUND,
  /** An image is not on the engine and cannot be pulled. */
  @JsonProperty("image_unavailable")
  IMAGE_UNAVAILABLE,
  /** A line of a Dockerfile failed. */
  @JsonProperty("image_build_failed")
  IMAGE_BUILD_FAILED,
  /** The registry refused the push. */
  @JsonProperty("push_refused")
  PUSH_REFUSED,
  /** The build needs a container engine and this agent has none. */
  @JsonProperty("engine_required")
  ENGINE_REQUIRED,
  /** The container engine does not answer any more. */
  @JsonProperty("engine_gone")
  ENGINE_GONE,
  /** The agent's disk is full. */
  @JsonProperty("disk_full")
  DISK_FULL,
  /** The build printed more than a log may have. */
  @JsonProperty("log_too_long")
  LOG_TOO_LONG,
  /** The agent was lost and the step may not repeat, or no attempts were left. */
  @JsonProperty("agent_lost")
  AGENT_LOST,
  /** An error in the agent itself. */
  @JsonProperty("internal")
  INTERNAL
}
