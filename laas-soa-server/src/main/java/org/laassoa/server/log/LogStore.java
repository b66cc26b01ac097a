package org.laassoa.server.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionQueue;
import org.laassoa.server.action.ActionSignals;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.action.Ownership;
import org.laassoa.server.database.Transactions;

/**
 * The bytes of each attempt's log, exactly as they came. Nothing here holds more than one chunk in
 * memory.
 */
@ApplicationScoped
public class LogStore {

  /** The most that one read returns, in bytes. */
  public static final int READ_BYTES = 1 << 20;

  private static final String LOCK_LENGTH =
      """
      SELECT log_bytes FROM attempts WHERE action_id = ? AND attempt = ? FOR UPDATE
      """;

  private static final String APPEND =
      """
      INSERT INTO log_chunks (action_id, attempt, start_offset, data) VALUES (?, ?, ?, ?)
      """;

  private static final String GROW =
      """
      UPDATE attempts
      SET log_bytes = ?, acknowledged_at = coalesce(acknowledged_at, now())
      WHERE action_id = ? AND attempt = ?
      """;

  private static final String LENGTH =
      "SELECT log_bytes FROM attempts WHERE action_id = ? AND attempt = ?";

  private static final String PROGRESS =
      """
      SELECT actions.attempt, actions.state, coalesce(attempts.log_bytes, 0)
      FROM actions
        LEFT JOIN attempts
          ON attempts.action_id = actions.id AND attempts.attempt = actions.attempt
      WHERE actions.id = ?
      """;

  /** Chunks are kept uncompressed out of line, so a part of one costs only that part. */
  private static final String READ =
      """
      SELECT substring(data FROM (? - start_offset)::integer + 1 FOR ?)
      FROM log_chunks
      WHERE action_id = ? AND attempt = ? AND start_offset <= ?
      ORDER BY start_offset DESC
      LIMIT 1
      """;

  private final Transactions transactions;
  private final ActionQueue queue;
  private final ActionSignals signals;
  private final long limit;

  LogStore(Transactions transactions, ActionQueue queue, ActionSignals signals, LaasConfig config) {
    this.transactions = transactions;
    this.queue = queue;
    this.signals = signals;
    this.limit = config.limits().logBytes();
  }

  /**
   * Appends bytes to the log of an attempt. What is there already is dropped, what would leave a
   * gap is refused.
   *
   * @param offset where {@code data} begins, from 0
   */
  public Append append(Ownership owner, long offset, byte[] data) {
    Append result =
        transactions.run(
            connection ->
                queue.acknowledge(connection, owner)
                    ? appendOwned(connection, owner, offset, data)
                    : new Append.Superseded());
    if (result instanceof Append.Stored) {
      signals.changed(owner.action());
    }
    return result;
  }

  private Append appendOwned(Connection connection, Ownership owner, long offset, byte[] data)
      throws SQLException {
    long stored = length(connection, LOCK_LENGTH, owner.action(), owner.attempt());
    if (offset > stored) {
      return new Append.Gap(stored);
    }
    long end = offset + data.length;
    if (end <= stored) {
      return new Append.Stored(stored);
    }
    if (end > limit) {
      return new Append.TooLong(limit);
    }
    insert(
        connection, owner, stored, Arrays.copyOfRange(data, (int) (stored - offset), data.length));
    try (PreparedStatement statement = connection.prepareStatement(GROW)) {
      statement.setLong(1, end);
      statement.setLong(2, owner.action().value());
      statement.setInt(3, owner.attempt());
      statement.executeUpdate();
    }
    return new Append.Stored(end);
  }

  private static void insert(Connection connection, Ownership owner, long start, byte[] data)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
      statement.setLong(1, owner.action().value());
      statement.setInt(2, owner.attempt());
      statement.setLong(3, start);
      statement.setBytes(4, data);
      statement.executeUpdate();
    }
  }

  /** How many bytes are stored of an attempt's log; 0 for an attempt that is not there. */
  public long length(ActionId action, int attempt) {
    return transactions.run(connection -> length(connection, action, attempt));
  }

  /** How far an action's log is, or nothing when there is no such action. */
  Optional<LogProgress> progress(ActionId action) {
    return transactions.run(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(PROGRESS)) {
            statement.setLong(1, action.value());
            try (ResultSet rows = statement.executeQuery()) {
              return rows.next()
                  ? Optional.of(
                      new LogProgress(
                          rows.getInt(1),
                          ActionState.ofWireName(rows.getString(2)),
                          rows.getLong(3)))
                  : Optional.<LogProgress>empty();
            }
          }
        });
  }

  /** As {@link #length(ActionId, int)}, within the caller's transaction. */
  public long length(Connection connection, ActionId action, int attempt) throws SQLException {
    return length(connection, LENGTH, action, attempt);
  }

  private static long length(Connection connection, String sql, ActionId action, int attempt)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, action.value());
      statement.setInt(2, attempt);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  /**
   * Reads a part of a log.
   *
   * @param offset the first byte wanted, from 0
   * @param most how many bytes at most, up to {@link #READ_BYTES}
   * @return at least one byte where there is one at {@code offset}, possibly fewer than there are;
   *     empty at the end
   */
  public byte[] read(ActionId action, int attempt, long offset, long most) {
    return transactions.run(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setLong(1, offset);
            statement.setInt(2, (int) Math.min(most, READ_BYTES));
            statement.setLong(3, action.value());
            statement.setInt(4, attempt);
            statement.setLong(5, offset);
            try (ResultSet rows = statement.executeQuery()) {
              return rows.next() ? rows.getBytes(1) : new byte[0];
            }
          }
        });
  }

  /** The SHA-256 of what is stored of an attempt's log, in lower-case hexadecimal. */
  public String sha256(ActionId action, int attempt) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      long offset = 0;
      for (byte[] part = read(action, attempt, offset, READ_BYTES);
          part.length > 0;
          part = read(action, attempt, offset, READ_BYTES)) {
        digest.update(part);
        offset += part.length;
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
