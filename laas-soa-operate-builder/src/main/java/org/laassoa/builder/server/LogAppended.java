package org.laassoa.builder.server;

/** The server's answer to log bytes. */
public sealed interface LogAppended {

  /**
   * The bytes are stored, or were there already.
   *
   * @param offset the next byte wanted
   */
  record Accepted(long offset) implements LogAppended {}

  /**
   * Bytes before these are missing; nothing was stored.
   *
   * @param offset the next byte wanted
   */
  record Gap(long offset) implements LogAppended {}

  /** The attempt belongs to nobody or somebody else by now: send nothing more. */
  record Superseded() implements LogAppended {}
}
