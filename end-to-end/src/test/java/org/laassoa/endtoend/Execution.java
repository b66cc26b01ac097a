package org.laassoa.endtoend;

import java.util.Locale;

/** How a world's agent runs scripts. */
enum Execution {
  /** In containers of a real engine. */
  DOCKER,
  /** As processes of this machine, as where there is no engine. */
  PROCESS;

  /** As the agent's {@code --executor} takes it. */
  String option() {
    return name().toLowerCase(Locale.ROOT);
  }
}
