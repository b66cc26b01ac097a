package org.laassoa.server.configuration.project;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** What a project is written in. */
public enum ProjectType {
  /** Java. */
  JAVA("java"),
  /** PHP. */
  PHP("php"),
  /** Node.js. */
  NODEJS("nodejs"),
  /** Python. */
  PYTHON("python"),
  /** Anything else. */
  OTHER("other");

  @EnumeratedValue @JsonValue private final String storedName;

  ProjectType(String storedName) {
    this.storedName = storedName;
  }

  /** The name in the database and on the wire. */
  public String storedName() {
    return storedName;
  }
}
