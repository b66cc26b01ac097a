package org.laassoa.endtoend.bench.wire;

import java.util.Locale;

/** How an agent learns of work. */
public enum PickUp {
  DOORBELL,
  HELD_POLL,
  POLL;

  /** As the wire has it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
