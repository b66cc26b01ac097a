package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When the base image of an environment is pulled. */
public enum PullPolicy {
  /** Only when the engine does not have it. */
  @JsonProperty("if_missing")
  IF_MISSING,
  /** Before each build. */
  @JsonProperty("always")
  ALWAYS,
  /** Never: the engine must have it. */
  @JsonProperty("never")
  NEVER
}
