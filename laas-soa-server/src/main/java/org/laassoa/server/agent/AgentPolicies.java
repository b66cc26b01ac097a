package org.laassoa.server.agent;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.net.Inet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.laassoa.server.database.DatabaseException;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;
import org.laassoa.wire.ActionType;

/**
 * The policy of now, in memory: polls are judged by it. Read each second, so that a change by
 * another server holds here a second later.
 */
@ApplicationScoped
public class AgentPolicies {

  private static final Logger LOG = Logger.getLogger(AgentPolicies.class);

  private static final String RULES =
      """
      SELECT name, network::text, actions FROM capability_rules
      ORDER BY family(network), masklen(network) DESC, network
      """;

  private static final String WANTED =
      "SELECT id, wanted FROM agents WHERE wanted <> 'work' AND removed_at IS NULL";

  private final Transactions transactions;
  private volatile AgentPolicy current = AgentPolicy.NONE;

  AgentPolicies(Transactions transactions) {
    this.transactions = transactions;
  }

  /** What holds now. The same object as long as nothing has changed. */
  public AgentPolicy current() {
    return current;
  }

  void onStart(@Observes StartupEvent event) {
    read();
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    try {
      read();
    } catch (DatabaseException e) {
      LOG.debug("the agents' policy could not be read; the last one holds on", e);
    }
  }

  /** Reads what holds now. */
  synchronized void read() {
    AgentPolicy fresh = transactions.run(AgentPolicies::policy);
    if (!fresh.equals(current)) {
      current = fresh;
    }
  }

  private static AgentPolicy policy(Connection connection) throws SQLException {
    try (var rules = Parameters.of(connection, RULES);
        var wanted = Parameters.of(connection, WANTED)) {
      Map<Long, Wanted> byAgent =
          wanted
              .query(row -> Map.entry(row.getLong(1), Wanted.ofStoredName(row.getString(2))))
              .stream()
              .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
      return new AgentPolicy(rules.query(AgentPolicies::rule), byAgent);
    }
  }

  private static AgentPolicy.Rule rule(ResultSet row) throws SQLException {
    String[] types = (String[]) row.getArray(3).getArray();
    return new AgentPolicy.Rule(
        row.getString(1),
        Objects.requireNonNull(Inet.parseCidrAddress(row.getString(2))),
        Arrays.stream(types)
            .map(ActionType::ofWireName)
            .flatMap(Optional::stream)
            .collect(toCollection(() -> EnumSet.noneOf(ActionType.class))));
  }
}
