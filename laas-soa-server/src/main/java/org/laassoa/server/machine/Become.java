package org.laassoa.server.machine;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** How the login gets the rights of root where they are needed. */
public enum Become {
  /** Not at all: it is root, or does without. */
  NONE("none"),
  /** By sudo, with the login's password where sudo asks for one. */
  SUDO("sudo");

  @EnumeratedValue @JsonValue private final String storedName;

  Become(String storedName) {
    this.storedName = storedName;
  }
}
