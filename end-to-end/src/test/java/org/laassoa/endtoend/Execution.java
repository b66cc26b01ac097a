package org.laassoa.endtoend;

import java.util.Locale;

/** How a world's agent runs scripts. */
public enum Execution {
  /** In containers of a real engine. */
  DOCKER,
  /** As processes of this machine, as where there is no engine. */
  PROCESS;

  /** As the agent's {@code --executor} takes it. */
  public String option() {
    return name().toLowerCase(Locale.ROOT);
  }
}
