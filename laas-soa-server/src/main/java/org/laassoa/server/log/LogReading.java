package org.laassoa.server.log;

import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/** One attempt's log, to be read piece by piece. */
final class LogReading {

  /** The chunk that holds the first byte wanted, and those behind it that hold the rest. */
  private static final String READ =
      """
      SELECT start_offset, bytes, packed, data
      FROM log_chunks
      WHERE claimed_at = ? AND action_id = ? AND attempt = ? AND start_offset < ?
        AND start_offset >= (
          SELECT start_offset FROM log_chunks
          WHERE claimed_at = ? AND action_id = ? AND attempt = ? AND start_offset <= ?
          ORDER BY start_offset DESC
          LIMIT 1)
      ORDER BY start_offset
      """;

  /** All that is known of the chunks from a byte on without reading what is in them. */
  private static final String HEADS =
      """
      SELECT start_offset, bytes, coalesce(line_feeds, -1), received_at
      FROM log_chunks
      WHERE claimed_at = ? AND action_id = ? AND attempt = ? AND start_offset >= ?
      ORDER BY start_offset
      """;

  private final Transactions transactions;
  private final ActionId action;
  private final int attempt;
  private final Instant claimedAt;

  LogReading(Transactions transactions, ActionId action, int attempt, Instant claimedAt) {
    this.transactions = transactions;
    this.action = action;
    this.attempt = attempt;
    this.claimedAt = claimedAt;
  }

  /**
   * Reads a part.
   *
   * @param offset the first byte wanted, from 0
   * @param most how many bytes at most, up to {@link LogStore#READ_BYTES}
   * @return at least one byte where there is one at {@code offset}, possibly fewer than there are;
   *     empty at the end, and where retention has removed it
   */
  byte[] read(long offset, long most) {
    long end = offset + Math.min(most, LogStore.READ_BYTES);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (LogChunk chunk : chunks(offset, end)) {
      byte[] whole = chunk.unpacked();
      int from = (int) Math.max(0, offset - chunk.start());
      int to = (int) Math.min(whole.length, end - chunk.start());
      if (from < to) {
        bytes.write(whole, from, to - from);
      }
    }
    return bytes.toByteArray();
  }

  /** The chunks that begin at a byte or behind it. */
  List<ChunkHead> heads(long offset) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, HEADS)) {
            return addAttempt(statement)
                .add(offset)
                .query(
                    row ->
                        new ChunkHead(
                            row.getLong(1),
                            row.getInt(2),
                            row.getInt(3),
                            Optional.ofNullable(row.getTimestamp(4))
                                .map(Timestamp::toInstant)
                                .orElse(null)));
          }
        });
  }

  private List<LogChunk> chunks(long offset, long end) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, READ)) {
            return addAttempt(addAttempt(statement).add(end))
                .add(offset)
                .query(
                    row ->
                        new LogChunk(
                            row.getLong(1), row.getInt(2), -1, row.getBoolean(3), row.getBytes(4)));
          }
        });
  }

  /** Whose log it is, as each of the statements asks for it. */
  private Parameters addAttempt(Parameters statement) throws SQLException {
    return statement.add(claimedAt).add(action.value()).add(attempt);
  }
}
