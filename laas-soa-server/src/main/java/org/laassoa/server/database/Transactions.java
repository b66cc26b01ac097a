package org.laassoa.server.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Plain transactions for what does not pass through the entity manager: the queue and the log. */
@ApplicationScoped
public class Transactions {

  private final DataSource dataSource;

  /** Transactions on this database. */
  public Transactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What is done in one transaction. */
  @FunctionalInterface
  public interface Work<T> {
    /** Works on the connection; a throw rolls back. */
    T on(Connection connection) throws SQLException;
  }

  /**
   * Does the work in one transaction of its own.
   *
   * @throws DatabaseException when the database refuses it; nothing is changed then
   */
  public <T> T run(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (Throwable t) {
        rollBack(connection, t);
        throw t;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /**
   * Runs one statement that is its own transaction: one round trip instead of three.
   *
   * @throws DatabaseException when the database refuses it; nothing is changed then
   */
  public <T> T single(Work<T> statement) {
    try (Connection connection = dataSource.getConnection()) {
      return statement.on(connection);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** A connection that broke cannot be rolled back; why it broke is what matters. */
  private static void rollBack(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
