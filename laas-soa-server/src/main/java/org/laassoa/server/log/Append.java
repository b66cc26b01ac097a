package org.laassoa.server.log;

/** What became of bytes that an agent sent. */
public sealed interface Append {

  /**
   * They are stored, or were already.
   *
   * @param next the next byte wanted
   */
  record Stored(long next) implements Append {}

  /**
   * Bytes before them are missing.
   *
   * @param wanted the next byte wanted
   */
  record Gap(long wanted) implements Append {}

  /**
   * The log would be longer than a log may be.
   *
   * @param limit in bytes
   */
  record TooLong(long limit) implements Append {}

  /** The sender does not own the attempt. */
  record Superseded() implements Append {}
}
