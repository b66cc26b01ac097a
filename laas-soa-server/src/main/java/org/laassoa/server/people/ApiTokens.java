package org.laassoa.server.people;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.database.DatabaseException;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/**
 * Personal API tokens: what programs of a user show instead of the password. When they were last
 * used is written for all together.
 */
@ApplicationScoped
public class ApiTokens {

  /** What every token begins with, so that people and scanners know what they have found. */
  public static final String PREFIX = "laas_pat_";

  private static final Logger LOG = Logger.getLogger(ApiTokens.class);

  /** Of one user. */
  private static final int MOST = 100;

  private final ApiTokenStore store;
  private final Clock clock;
  private final Event<PeopleChanged> changed;
  private final Remembered<TokenKey, ApiToken> known;
  private final Map<Long, Instant> used = new ConcurrentHashMap<>();

  ApiTokens(ApiTokenStore store, Clock clock, Event<PeopleChanged> changed) {
    this.store = store;
    this.clock = clock;
    this.changed = changed;
    this.known = new Remembered<>(store::find, System::nanoTime);
  }

  /**
   * A token that was made.
   *
   * @param secret the token itself: kept nowhere, so it can be shown only now
   * @param token what is kept of it
   */
  record Made(String secret, ApiToken token) {}

  /**
   * Makes a token.
   *
   * @throws ProblemException when the user has one of that name, or very many
   */
  Made create(Account user, ApiTokenStore.NewToken wanted) {
    if (store.of(user.id()).size() >= MOST) {
      throw new ProblemException(
          ProblemType.CONFLICT, Message.of("You have %s tokens already.", MOST));
    }
    String secret = RandomToken.create(PREFIX);
    TokenKey key = new TokenKey(RandomToken.hash(secret));
    if (store.add(key, user, wanted, clock.instant()).isEmpty()) {
      throw new ProblemException(ProblemType.NAME_TAKEN, "You have a token of that name already.");
    }
    return new Made(secret, store.find(key).orElseThrow());
  }

  /** The tokens of all users, the newest first; not more than 1,000. */
  public List<ApiToken> all() {
    return store.all();
  }

  /** All tokens of a user, the newest first. */
  public List<ApiToken> of(Account user) {
    return store.of(user.id());
  }

  /**
   * Revokes a token of that user, at once.
   *
   * @throws ProblemException when there is none of that number
   */
  ApiToken revoke(Account user, String number) {
    ApiToken token =
        store.of(user.id()).stream()
            .filter(one -> Long.toString(one.id()).equals(number))
            .findFirst()
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such token."));
    store.delete(user.id(), token.id());
    changed.fire(new PeopleChanged());
    return token;
  }

  /** Whose token it is, if it is good. */
  public Optional<SignedIn> find(String secret) {
    return known.get(new TokenKey(RandomToken.hash(secret))).flatMap(this::use);
  }

  /** As above, if that needs no query; else null. */
  public @Nullable SignedIn known(String secret) {
    ApiToken token = known.known(new TokenKey(RandomToken.hash(secret)));
    return token == null ? null : use(token).orElse(null);
  }

  private Optional<SignedIn> use(ApiToken token) {
    Instant now = clock.instant();
    if (!now.isBefore(token.expiresAt())) {
      return Optional.empty();
    }
    used.put(token.id(), now);
    return Optional.of(new SignedIn(token.userId(), token.user(), new Credential.Token(token)));
  }

  void forget(@Observes PeopleChanged event) {
    known.forget();
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void writeUses() {
    Map<Long, Instant> batch = Map.copyOf(used);
    if (batch.isEmpty()) {
      return;
    }
    try {
      store.used(batch);
      batch.forEach(used::remove);
    } catch (DatabaseException e) {
      LOG.debug("when tokens were used could not be written; it is with the next batch", e);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    writeUses();
  }
}
