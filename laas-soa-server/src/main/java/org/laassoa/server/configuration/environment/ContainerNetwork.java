package org.laassoa.server.configuration.environment;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** The network that scripts see. */
public enum ContainerNetwork {
  /** The engine's own, with a way out. */
  BRIDGE("bridge"),
  /** The host's. */
  HOST("host"),
  /** None. */
  NONE("none");

  @EnumeratedValue @JsonValue private final String storedName;

  ContainerNetwork(String storedName) {
    this.storedName = storedName;
  }

  /** The name in the database and on the wire. */
  public String storedName() {
    return storedName;
  }
}
