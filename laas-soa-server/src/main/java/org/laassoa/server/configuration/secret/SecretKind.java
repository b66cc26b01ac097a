package org.laassoa.server.configuration.secret;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How a script gets a secret. */
public enum SecretKind {
  /** The variable holds the value. */
  ENV("env", 32 * 1024),
  /** The variable holds the path of a file with the value. */
  FILE("file", 64 * 1024);

  @JsonValue private final String storedName;
  private final int mostCharacters;

  SecretKind(String storedName, int mostCharacters) {
    this.storedName = storedName;
    this.mostCharacters = mostCharacters;
  }

  /** The name in the database and in the API. */
  public String storedName() {
    return storedName;
  }

  /** The kind of that stored name. */
  static SecretKind ofStoredName(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.storedName.equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The longest value; a process takes no longer variable than 128 KiB with its name. */
  int mostCharacters() {
    return mostCharacters;
  }
}
