package org.laassoa.server.database;

import java.sql.SQLException;

/** The database could not do what it was asked to. */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Wraps what the driver reported. */
  public DatabaseException(SQLException cause) {
    super(cause);
  }
}
