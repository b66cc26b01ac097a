package org.laassoa.server.log;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionQueue;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.action.OwnedLog;
import org.laassoa.server.action.Ownership;
import org.laassoa.server.database.GroupCommit;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/**
 * The bytes of each attempt's log, exactly as they came. Nothing here holds more in memory than
 * what is on its way at the moment.
 */
@ApplicationScoped
public class LogStore {

  /** The most that one read returns, in bytes. */
  public static final int READ_BYTES = 1 << 20;

  /** Few: each one may bring megabytes. */
  private static final int GROUP = 32;

  private static final String INSERT =
      """
      INSERT INTO log_chunks (
        claimed_at, action_id, attempt, start_offset, bytes, line_feeds, packed, data)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String PROGRESS =
      """
      SELECT attempt, state, log_bytes FROM actions WHERE id = ?
      UNION ALL
      SELECT attempt, state, log_bytes FROM ended_actions WHERE id = ?
      """;

  private static final String STORED =
      """
      SELECT claimed_at, log_bytes FROM actions
      WHERE id = ? AND attempt = ? AND claimed_at IS NOT NULL
      UNION ALL
      SELECT claimed_at, log_bytes FROM ended_actions
      WHERE id = ? AND attempt = ? AND claimed_at IS NOT NULL
      UNION ALL
      SELECT claimed_at, log_bytes FROM former_attempts WHERE action_id = ? AND attempt = ?
      """;

  private final Transactions transactions;
  private final ActionQueue queue;
  private final GroupCommit<Piece, Append> appends;
  private final LogDigests digests = new LogDigests();
  private final long limit;

  LogStore(Transactions transactions, ActionQueue queue, LaasConfig config) {
    this.transactions = transactions;
    this.queue = queue;
    this.appends = new GroupCommit<>(transactions, GROUP, this::append);
    this.limit = config.limits().logBytes();
  }

  /** Bytes that an agent sends, packed on the thread that received them. */
  private record Piece(Ownership owner, long offset, byte[] data, List<LogChunk> chunks) {
    long end() {
      return offset + data.length;
    }
  }

  /**
   * Appends bytes to the log of an attempt. What is there already is dropped, what would leave a
   * gap is refused.
   *
   * @param offset where {@code data} begins, from 0
   */
  public Append append(Ownership owner, long offset, byte[] data) {
    Append result = appends.serve(new Piece(owner, offset, data, LogChunk.pack(offset, data, 0)));
    if (result instanceof Append.Stored stored) {
      digests.add(owner, offset, data, stored.next());
      queue.changed(owner.action());
    }
    return result;
  }

  private List<Append> append(Connection connection, List<Piece> pieces) throws SQLException {
    Map<Ownership, OwnedLog> logs =
        queue.lockLogs(connection, pieces.stream().map(Piece::owner).distinct().toList());
    Map<Ownership, Long> lengths =
        logs.entrySet().stream()
            .collect(
                toMap(Map.Entry::getKey, log -> log.getValue().bytes(), (a, b) -> a, HashMap::new));
    List<Append> answers = new ArrayList<>();
    try (var statement = Parameters.of(connection, INSERT)) {
      for (Piece piece : pieces) {
        Long stored = lengths.get(piece.owner());
        Append answer = stored == null ? new Append.Superseded() : judge(piece, stored);
        if (answer instanceof Append.Stored(long next) && stored != null && next > stored) {
          insert(statement, requireNonNull(logs.get(piece.owner())).claimedAt(), piece, stored);
          lengths.put(piece.owner(), next);
        }
        answers.add(answer);
      }
      statement.updateAll();
    }
    queue.noteLogs(connection, lengths);
    return answers;
  }

  private Append judge(Piece piece, long stored) {
    if (piece.offset() > stored) {
      return new Append.Gap(stored);
    }
    if (piece.end() <= stored) {
      return new Append.Stored(stored);
    }
    return piece.end() > limit ? new Append.TooLong(limit) : new Append.Stored(piece.end());
  }

  private static void insert(Parameters statement, Instant claimedAt, Piece piece, long stored)
      throws SQLException {
    int repeated = (int) (stored - piece.offset());
    List<LogChunk> chunks =
        repeated == 0 ? piece.chunks() : LogChunk.pack(stored, piece.data(), repeated);
    for (LogChunk chunk : chunks) {
      statement
          .add(claimedAt)
          .add(piece.owner().action().value())
          .add(piece.owner().attempt())
          .add(chunk.start())
          .add(chunk.bytes())
          .add(chunk.lineFeeds())
          .addObject(chunk.packed())
          .add(chunk.data())
          .next();
    }
  }

  /** How many bytes are stored of an attempt's log; 0 for an attempt that is not there. */
  public long length(ActionId action, int attempt) {
    return stored(action, attempt).map(OwnedLog::bytes).orElse(0L);
  }

  private Optional<OwnedLog> stored(ActionId action, int attempt) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, STORED)) {
            for (int table = 0; table < 3; table++) {
              statement.add(action.value()).add(attempt);
            }
            return statement
                .query(row -> new OwnedLog(row.getTimestamp(1).toInstant(), row.getLong(2)))
                .stream()
                .findFirst();
          }
        });
  }

  /** How far an action's log is, or nothing when there is no such action. */
  Optional<LogProgress> progress(ActionId action) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, PROGRESS)) {
            return statement
                .add(action.value())
                .add(action.value())
                .query(
                    row ->
                        new LogProgress(
                            row.getInt(1),
                            ActionState.ofWireName(row.getString(2)),
                            row.getLong(3)))
                .stream()
                .findFirst();
          }
        });
  }

  /** The log of an attempt, or nothing when there is no such attempt. */
  Optional<LogReading> open(ActionId action, int attempt) {
    return stored(action, attempt)
        .map(log -> new LogReading(transactions, action, attempt, log.claimedAt()));
  }

  /** The SHA-256 of what is stored of an attempt's log, in lower-case hexadecimal. */
  public String sha256(Ownership owner) {
    return digests
        .of(owner, length(owner.action(), owner.attempt()))
        .orElseGet(() -> readSha256(owner.action(), owner.attempt()));
  }

  private String readSha256(ActionId action, int attempt) {
    MessageDigest digest = LogDigests.sha256();
    open(action, attempt)
        .ifPresent(
            log -> {
              long offset = 0;
              for (byte[] part = log.read(offset, READ_BYTES);
                  part.length > 0;
                  part = log.read(offset, READ_BYTES)) {
                digest.update(part);
                offset += part.length;
              }
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The attempt has ended: its log grows no more. */
  public void ended(Ownership owner) {
    digests.forget(owner);
  }
}
