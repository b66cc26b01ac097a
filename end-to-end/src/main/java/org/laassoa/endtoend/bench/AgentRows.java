package org.laassoa.endtoend.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.laassoa.endtoend.database.Postgres;
import org.laassoa.endtoend.process.Passwords;

/** Makes agents as if they had joined: straight in their table, since there are many. */
final class AgentRows {

  private AgentRows() {}

  /** Adds so many agents; these are their tokens. */
  static List<String> add(Postgres postgres, int agents) throws SQLException {
    String prefix = "laas-agent-" + Passwords.random() + "-";
    try (Connection connection = postgres.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO agents (name, token_hash)
                SELECT 'bench-' || n, sha256(convert_to(? || n, 'UTF8'))
                FROM generate_series(1, ?) AS n
                """)) {
      insert.setString(1, prefix);
      insert.setInt(2, agents);
      insert.executeUpdate();
    }
    return IntStream.rangeClosed(1, agents).mapToObj(n -> prefix + n).toList();
  }
}
