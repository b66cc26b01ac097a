package org.laassoa.server.provisioning;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an operation, or one of its steps, is. */
public enum OperationState {
  /** It is being done. */
  RUNNING,
  /** It was done. */
  SUCCEEDED,
  /** It could not be done. */
  FAILED;

  /** As in the API and in the table. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static OperationState of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
