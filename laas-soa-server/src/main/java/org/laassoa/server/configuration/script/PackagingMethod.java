package org.laassoa.server.configuration.script;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Optional;
import org.laassoa.wire.PackagingKind;

/** How an image is made, if one is. */
public enum PackagingMethod {
  /** Not at all: the build ends with the compile script. */
  NONE("none", Optional.empty()),
  /** By the agent from a Dockerfile. */
  DOCKERFILE("dockerfile", Optional.of(PackagingKind.DOCKERFILE)),
  /** By a script that is given the engine. */
  SCRIPT("script", Optional.of(PackagingKind.SCRIPT));

  @EnumeratedValue @JsonValue private final String storedName;

  private final Optional<PackagingKind> wireKind;

  PackagingMethod(String storedName, Optional<PackagingKind> wireKind) {
    this.storedName = storedName;
    this.wireKind = wireKind;
  }

  /** What agents are told, or nothing where no image is made. */
  public Optional<PackagingKind> wireKind() {
    return wireKind;
  }
}
