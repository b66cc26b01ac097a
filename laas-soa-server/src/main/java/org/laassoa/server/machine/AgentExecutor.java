package org.laassoa.server.machine;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** What the agent runs scripts with, as its option {@code --executor}. */
public enum AgentExecutor {
  /** A container engine where one answers. */
  AUTO("auto"),
  /** A container engine. */
  DOCKER("docker"),
  /** Plain processes: nothing is isolated. */
  PROCESS("process");

  @EnumeratedValue @JsonValue private final String option;

  AgentExecutor(String option) {
    this.option = option;
  }

  /** As the option's value. */
  public String option() {
    return option;
  }
}
