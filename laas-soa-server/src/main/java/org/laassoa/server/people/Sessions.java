package org.laassoa.server.people;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.database.DatabaseException;

/**
 * Browsers that are signed in. A session ends when it was not used for a while, when it has lasted
 * for long, and when its user signs out, gets another password or is disabled.
 */
@ApplicationScoped
public class Sessions {

  private static final Logger LOG = Logger.getLogger(Sessions.class);

  private final SessionStore store;
  private final Clock clock;
  private final Duration idle;
  private final Duration absolute;
  private final Event<PeopleChanged> changed;
  private final Remembered<TokenKey, Session> known;
  private final Map<TokenKey, Instant> used = new ConcurrentHashMap<>();

  Sessions(SessionStore store, Clock clock, LaasConfig config, Event<PeopleChanged> changed) {
    this.store = store;
    this.clock = clock;
    this.idle = config.sessions().idle();
    this.absolute = config.sessions().absolute();
    this.changed = changed;
    this.known = new Remembered<>(store::find, System::nanoTime);
  }

  /**
   * Begins a session; what is given back goes into the cookie and is kept nowhere.
   *
   * @param account as it was when its password was found to be right
   * @return nothing when the password is another one by now, or the user is disabled or gone
   */
  public Optional<String> begin(Account account) {
    String token = RandomToken.create("");
    TokenKey key = new TokenKey(RandomToken.hash(token));
    return store.add(key, account.id(), account.passwordHash(), clock.instant())
        ? Optional.of(token)
        : Optional.empty();
  }

  /** How long a session lasts at most. */
  public Duration absolute() {
    return absolute;
  }

  /** Whose session a cookie is. */
  public Optional<SignedIn> find(String token) {
    return known.get(key(token)).flatMap(this::use);
  }

  /** As above, if that needs no query; else null. */
  public @Nullable SignedIn known(String token) {
    Session session = known.known(key(token));
    return session == null ? null : use(session).orElse(null);
  }

  private static TokenKey key(String token) {
    return new TokenKey(RandomToken.hash(token));
  }

  private Optional<SignedIn> use(Session session) {
    Instant now = clock.instant();
    Instant seen = used.getOrDefault(session.key(), session.lastSeenAt());
    Instant last = seen.isAfter(session.lastSeenAt()) ? seen : session.lastSeenAt();
    if (!now.isBefore(session.createdAt().plus(absolute)) || !now.isBefore(last.plus(idle))) {
      return Optional.empty();
    }
    used.put(session.key(), now);
    return Optional.of(
        new SignedIn(
            session.userId(), session.user(), new Credential.Session(session.key().bytes())));
  }

  /** Ends a session. */
  public void end(Credential.Session session) {
    store.delete(session.hash());
    changed.fire(new PeopleChanged());
  }

  void forget(@Observes PeopleChanged event) {
    known.forget();
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void writeUses() {
    Map<TokenKey, Instant> batch = Map.copyOf(used);
    if (batch.isEmpty()) {
      return;
    }
    try {
      store.seen(batch);
      batch.forEach(used::remove);
    } catch (DatabaseException e) {
      LOG.debug("when sessions were used could not be written; it is with the next batch", e);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    writeUses();
  }

  @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deleteUnused() {
    Instant now = clock.instant();
    store.deleteUnused(now.minus(absolute), now.minus(idle));
  }
}
