package org.laassoa.builder.agent;

import org.jspecify.annotations.Nullable;

/** Whether the agent takes work at present. */
@FunctionalInterface
interface NotTaking {

  /** Why it takes none, for people; null when it does. */
  @Nullable String reason();
}
