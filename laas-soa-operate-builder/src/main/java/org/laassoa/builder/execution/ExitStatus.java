package org.laassoa.builder.execution;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a script ended. Kept on the disk as JSON, until the step that ran it has ended too. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "end")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ExitStatus.Exited.class, name = "exited"),
  @JsonSubTypes.Type(value = ExitStatus.OutOfMemory.class, name = "out_of_memory"),
  @JsonSubTypes.Type(value = ExitStatus.Unknown.class, name = "unknown")
})
public sealed interface ExitStatus {

  /**
   * It ended by itself or was killed by somebody else.
   *
   * @param code 0 to 255; above 128 it was killed by signal {@code code - 128}
   */
  record Exited(int code) implements ExitStatus {}

  /** It was killed since it needed more memory than it may use. */
  record OutOfMemory() implements ExitStatus {}

  /** It is gone, and nobody saw how it ended: only of a script that a former process started. */
  record Unknown() implements ExitStatus {}
}
