package org.laassoa.server.database;

import java.sql.SQLException;

/** The database could not do what it was asked to. */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String state;

  /** Wraps what the driver reported. */
  public DatabaseException(SQLException cause) {
    super(cause);
    this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
  }

  /**
   * Whether it is certain that the transaction changed nothing: the server itself refused it. When
   * the connection broke (class 08) or the server was being shut down (class 57), it may have been
   * committed all the same. Classes: PostgreSQL's manual, appendix A.
   */
  boolean nothingChanged() {
    return !state.isEmpty() && !state.startsWith("08") && !state.startsWith("57");
  }
}
