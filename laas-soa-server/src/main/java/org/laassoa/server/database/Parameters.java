package org.laassoa.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of one statement, in their order. */
public final class Parameters implements AutoCloseable {

  private final Connection connection;
  private final PreparedStatement statement;
  private int position;

  private Parameters(Connection connection, PreparedStatement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  /** Prepares a statement. */
  public static Parameters of(Connection connection, String sql) throws SQLException {
    return new Parameters(connection, connection.prepareStatement(sql));
  }

  /** A number. */
  public Parameters add(long value) throws SQLException {
    statement.setLong(++position, value);
    return this;
  }

  /** A number that fits an {@code integer}. */
  public Parameters add(int value) throws SQLException {
    statement.setInt(++position, value);
    return this;
  }

  /** A text, or null. */
  public Parameters add(@Nullable String value) throws SQLException {
    statement.setString(++position, value);
    return this;
  }

  /** Bytes. */
  public Parameters add(byte[] value) throws SQLException {
    statement.setBytes(++position, value);
    return this;
  }

  /** A number, a truth value, or null. */
  public Parameters addObject(@Nullable Object value) throws SQLException {
    statement.setObject(++position, value);
    return this;
  }

  /** A time. */
  public Parameters add(Instant value) throws SQLException {
    statement.setTimestamp(++position, Timestamp.from(value));
    return this;
  }

  /** An array with one element for each of these. */
  public <T> Parameters add(
      String type, Collection<T> from, Function<? super T, ? extends @Nullable Object> element)
      throws SQLException {
    statement.setArray(
        ++position, connection.createArrayOf(type, from.stream().map(element).toArray()));
    return this;
  }

  /** An array of numbers, or null. */
  public Parameters addNumbers(@Nullable Collection<Long> values) throws SQLException {
    statement.setArray(
        ++position, values == null ? null : connection.createArrayOf("bigint", values.toArray()));
    return this;
  }

  /** What a row is read as. */
  @FunctionalInterface
  public interface Row<T> {
    /** Reads the current row. */
    T of(ResultSet rows) throws SQLException;
  }

  /** Runs it and reads every row. */
  public <T> List<T> query(Row<T> row) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(row.of(rows));
      }
      return found;
    }
  }

  /** Runs it and reads the first row's one number; there is one. */
  public long queryNumber() throws SQLException {
    return query(row -> row.getLong(1)).getFirst();
  }

  /** Runs it; how many rows it changed. */
  public int update() throws SQLException {
    return statement.executeUpdate();
  }

  /** Ends this set of parameters: the next ones are those of one more execution. */
  public Parameters next() throws SQLException {
    statement.addBatch();
    position = 0;
    return this;
  }

  /** Runs it once for each set of parameters. */
  public void updateAll() throws SQLException {
    statement.executeBatch();
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
