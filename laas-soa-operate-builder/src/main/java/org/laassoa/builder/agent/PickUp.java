package org.laassoa.builder.agent;

import java.util.Locale;

/** A way to learn of work, the best first. */
enum PickUp {
  /** The server rings on a connection that stays open. */
  DOORBELL,
  /** The server holds a poll until there is something. */
  HELD_POLL,
  /** The agent asks each half second. */
  POLL;

  /** What polls say, and people read. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
