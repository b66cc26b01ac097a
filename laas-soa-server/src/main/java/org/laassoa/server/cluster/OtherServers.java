package org.laassoa.server.cluster;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.database.DatabaseException;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * The other servers on this database: whether there are any, and what they say ({@code LISTEN} and
 * {@code NOTIFY}). What they say is fired as an event of type {@link Word}. A server that is alone
 * sends nothing.
 */
@ApplicationScoped
public class OtherServers implements Announcements {

  private static final Logger LOG = Logger.getLogger(OtherServers.class);

  private static final String CHANNEL = "laas_soa";

  /** PostgreSQL takes 8000 bytes in one notification. */
  private static final int MOST_BYTES = 7500;

  /** Words gather for so long: a log that is written fast is one word in each such time. */
  private static final Duration GATHER = Duration.ofMillis(5);

  private static final Duration RECONNECT = Duration.ofSeconds(1);

  private static final String BEAT =
      """
      INSERT INTO servers (id) VALUES (?)
      ON CONFLICT (id) DO UPDATE SET last_seen = now()
      """;

  private static final String OTHERS =
      "SELECT count(*) FROM servers WHERE id <> ? AND last_seen > now() - interval '10 seconds'";

  private static final String ALIVE =
      """
      SELECT id, started_at FROM servers WHERE last_seen > now() - interval '10 seconds'
      ORDER BY started_at
      """;

  private static final String FORGET =
      "DELETE FROM servers WHERE id = ? OR last_seen < now() - interval '1 minute'";

  private final UUID self = UUID.randomUUID();
  private final Transactions transactions;
  private final DataSource dataSource;
  private final Event<Word> heard;
  private final Set<Word> unsent = new LinkedHashSet<>();
  private boolean sending;
  private volatile boolean alone = true;
  private volatile boolean stopped;
  private volatile @Nullable Thread listener;

  OtherServers(Transactions transactions, DataSource dataSource, Event<Word> heard) {
    this.transactions = transactions;
    this.dataSource = dataSource;
    this.heard = heard;
  }

  /** Before all others that observe the start: they may ask whether this server is alone. */
  void start(@Observes @Priority(1) StartupEvent event) {
    beat();
    listener = Thread.ofVirtual().name("listen").start(this::listen);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
    Thread running = listener;
    if (running != null) {
      running.interrupt();
    }
    try {
      update(FORGET);
    } catch (DatabaseException e) {
      LOG.debug("the others notice by themselves that this server is gone", e);
    }
  }

  /** Whether no other server works on this database, as far as is known: to within seconds. */
  public boolean alone() {
    return alone;
  }

  /**
   * A server that works on this database.
   *
   * @param id names it until it is stopped
   * @param startedAt since when
   * @param self whether it is this one
   */
  public record Server(String id, Instant startedAt, boolean self) {}

  /** All that gave a sign of life just now, this one too. */
  public List<Server> alive() {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, ALIVE)) {
            return statement.query(
                row ->
                    new Server(
                        row.getString(1),
                        row.getTimestamp(2).toInstant(),
                        row.getString(1).equals(self.toString())));
          }
        });
  }

  @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void beat() {
    try {
      update(BEAT);
      alone = others() == 0;
    } catch (DatabaseException e) {
      LOG.debug("no sign of life could be given", e);
    }
  }

  private void update(String sql) {
    transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, sql)) {
            return statement.addObject(self).update();
          }
        });
  }

  private long others() {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, OTHERS)) {
            return statement.addObject(self).queryNumber();
          }
        });
  }

  @Override
  public void tell(Word word) {
    if (alone) {
      return;
    }
    synchronized (unsent) {
      unsent.add(word);
      if (!sending) {
        sending = true;
        Thread.ofVirtual().name("notify").start(this::send);
      }
    }
  }

  private void send() {
    for (List<Word> words = gathered(); !words.isEmpty(); words = gathered()) {
      try {
        notify(words);
      } catch (DatabaseException e) {
        LOG.debug("words to the other servers are lost; they look by themselves", e);
      }
      LockSupport.parkNanos(GATHER.toNanos());
    }
  }

  private List<Word> gathered() {
    synchronized (unsent) {
      List<Word> words = List.copyOf(unsent);
      unsent.clear();
      sending = !words.isEmpty();
      return words;
    }
  }

  private void notify(List<Word> words) {
    transactions.single(
        connection -> {
          StringBuilder message = new StringBuilder(self.toString());
          for (Word word : words) {
            if (message.length() > MOST_BYTES) {
              notify(connection, message.toString());
              message = new StringBuilder(self.toString());
            }
            message.append('\n').append(word.encoded());
          }
          notify(connection, message.toString());
          return words;
        });
  }

  private static void notify(Connection connection, String message) throws SQLException {
    try (var statement = Parameters.of(connection, "SELECT pg_notify(?, ?)")) {
      statement.add(CHANNEL).add(message).query(row -> row.getString(1));
    }
  }

  private void listen() {
    while (!stopped) {
      try (Connection connection = dataSource.getConnection()) {
        try (var statement = Parameters.of(connection, "LISTEN " + CHANNEL)) {
          statement.update();
        }
        // Whatever was said before is not repeated.
        heard.fire(new Word.Anything());
        hear(connection);
      } catch (SQLException e) {
        if (!stopped) {
          LOG.debugf("the other servers cannot be heard: %s", e.getMessage());
          LockSupport.parkNanos(RECONNECT.toNanos());
        }
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    PGConnection driver = connection.unwrap(PGConnection.class);
    while (!stopped) {
      PGNotification[] notifications;
      try {
        notifications = driver.getNotifications(10_000);
      } catch (SQLException broken) {
        // The pool does not see what the driver sees: it would give the connection to others.
        notify(connection, self.toString());
        throw broken;
      }
      for (PGNotification notification : notifications) {
        words(notification.getParameter()).forEach(heard::fire);
      }
    }
  }

  private List<Word> words(String message) {
    List<String> lines = message.lines().toList();
    if (lines.isEmpty() || lines.getFirst().equals(self.toString())) {
      return List.of();
    }
    List<Word> words = new ArrayList<>();
    lines.stream().skip(1).map(Word::decoded).forEach(word -> word.ifPresent(words::add));
    return words;
  }
}
