package org.laassoa.server.configuration.buildconfiguration;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** The folder that a Dockerfile's COPY reads from. */
public enum PackagingContext {
  /** The checked-out source. */
  SOURCE("source"),
  /** What the compile script made. */
  TARGET("target");

  @EnumeratedValue @JsonValue private final String storedName;

  PackagingContext(String storedName) {
    this.storedName = storedName;
  }

  /** The name in the database and on the wire. */
  public String storedName() {
    return storedName;
  }
}
