package org.laassoa.server.log;

/** What a viewer who follows a log is told. */
sealed interface LogEvent {

  /**
   * Text has come.
   *
   * @param attempt the attempt whose log it is
   * @param offset where it begins, in bytes
   * @param next where it ends, exclusive: the place to resume from
   * @param text the bytes as UTF-8; what is none is replaced
   */
  record Text(int attempt, long offset, long next, String text) implements LogEvent {}

  /** Nothing has come for a while; the connection is alive. */
  record Silence() implements LogEvent {}

  /**
   * The build has ended and all of its log has been told.
   *
   * @param state the final state
   */
  record End(String state) implements LogEvent {}

  /** Nothing follows the end. */
  record Closed() implements LogEvent {}
}
