package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an image is made. */
public enum PackagingKind {
  /** By the agent through the engine's API, from a Dockerfile. */
  @JsonProperty("dockerfile")
  DOCKERFILE,
  /** By a script in a container that is given the engine: only for trusted configurations. */
  @JsonProperty("script")
  SCRIPT
}
