package org.laassoa.server.agent;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.database.DatabaseException;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.wire.JoinAnswer;
import org.laassoa.wire.JoinRequest;

/**
 * The agents that have joined. Tokens that have been checked are remembered, and what polls say is
 * written for all together, of each agent every five seconds or when it says something new: a poll
 * costs the database nothing for it.
 */
@ApplicationScoped
public class Agents {

  private static final Logger LOG = Logger.getLogger(Agents.class);

  private static final int REMEMBERED_TOKENS = 100_000;

  /** A third of the time after which an agent counts as offline. */
  private static final long WRITE_INTERVAL = Duration.ofSeconds(5).toNanos();

  private static final long LONG_SILENT = Duration.ofHours(1).toNanos();

  private final AgentStore store;
  private final AgentPolicies policies;
  private final Event<AgentOrdered> ordered;
  private final Map<TokenHash, AgentSession> byToken = new ConcurrentHashMap<>();

  Agents(AgentStore store, AgentPolicies policies, Event<AgentOrdered> ordered) {
    this.store = store;
    this.policies = policies;
    this.ordered = ordered;
  }

  /**
   * A join token.
   *
   * @param token what the agent is started with; not stored, so it can be shown only now
   * @param expiresAt by the database's clock
   */
  public record JoinToken(String token, Instant expiresAt) {}

  /** Makes a token that any number of agents may join with until it expires. */
  public JoinToken createJoinToken(Duration validity) {
    String token = AgentTokens.create("laas-join-");
    return new JoinToken(token, store.addJoinToken(AgentTokens.hash(token), validity, null));
  }

  /** Makes a token that joins the agent of that machine, once. */
  public JoinToken createJoinToken(Duration validity, long machine) {
    String token = AgentTokens.create("laas-join-");
    return new JoinToken(token, store.addJoinToken(AgentTokens.hash(token), validity, machine));
  }

  /** The agent that was installed on that machine, if it has joined. */
  public Optional<MachineAgent> ofMachine(long machine) {
    return store.ofMachine(machine).map(this::withLastPoll);
  }

  /** Where it polls this server, its last poll is known at once. */
  private MachineAgent withLastPoll(MachineAgent agent) {
    return byToken.values().stream()
        .filter(session -> session.agent().id() == agent.id() && session.last() != null)
        .map(session -> Duration.ofNanos(session.silentFor(System.nanoTime())))
        .min(Comparator.naturalOrder())
        .map(silence -> new MachineAgent(agent.id(), agent.version(), silence))
        .orElse(agent);
  }

  /** Forgets the agent of that machine: its token is refused from now on. */
  public void removeOfMachine(long machine) {
    store.removeOfMachine(machine).forEach(this::forget);
  }

  /** Lets an agent join, or answers nothing when its join token is unknown or has expired. */
  public Optional<JoinAnswer> join(JoinRequest request) {
    String token = AgentTokens.create("laas-agent-");
    return store
        .join(AgentTokens.hash(request.joinToken()), request, AgentTokens.hash(token))
        .map(agent -> new JoinAnswer(Long.toString(agent.id()), token));
  }

  /** The agent that this token belongs to, looked up in the table if need be. */
  public Optional<AgentSession> authenticate(String token) {
    TokenHash hash = TokenHash.of(token);
    AgentSession known = byToken.get(hash);
    if (known != null) {
      return Optional.of(known);
    }
    return store.find(hash.bytes()).map(agent -> remember(hash, agent));
  }

  /** The agent that this token belongs to, if it has called this server before. */
  public @Nullable AgentSession known(String token) {
    return byToken.get(TokenHash.of(token));
  }

  private AgentSession remember(TokenHash hash, Agent agent) {
    if (byToken.size() >= REMEMBERED_TOKENS) {
      byToken.values().removeIf(session -> session.silentFor(System.nanoTime()) > LONG_SILENT);
    }
    return byToken.computeIfAbsent(hash, key -> new AgentSession(agent));
  }

  /** Every agent that has joined. */
  public List<AgentView> list() {
    return store.list(policies.current());
  }

  /**
   * One agent.
   *
   * @param number its number, in decimal
   * @throws ProblemException when there is no such agent
   */
  public AgentView get(String number) {
    return number(number)
        .flatMap(id -> store.view(id, policies.current()))
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "there is no such agent"));
  }

  private static Optional<Long> number(String text) {
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  /**
   * Says what is wanted of an agent. It hears of it with its next poll.
   *
   * @return whether there is such an agent
   */
  public boolean want(long agentId, Wanted wanted) {
    boolean known = store.want(agentId, wanted);
    policies.read();
    ordered.fire(new AgentOrdered(agentId));
    return known;
  }

  /**
   * Lets an agent work again that was told to stop: it would end at once when it is started.
   *
   * @return whether it was so
   */
  public boolean undoStop(long agentId) {
    return policies.current().wanted(agentId) == Wanted.STOP && want(agentId, Wanted.WORK);
  }

  /**
   * Removes an agent: its token is refused from then on.
   *
   * @return whether there was such an agent, with nothing that it owns
   */
  public boolean remove(long agentId) {
    boolean removed = store.remove(agentId);
    if (removed) {
      forget(agentId);
    }
    return removed;
  }

  private void forget(long agentId) {
    byToken.values().removeIf(session -> session.agent().id() == agentId);
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void writePresences() {
    long now = System.nanoTime();
    Map<TokenHash, Presence> batch = new LinkedHashMap<>();
    byToken.forEach(
        (token, session) -> {
          Presence presence = session.toWrite(now, WRITE_INTERVAL);
          if (presence != null) {
            batch.put(token, presence);
          }
        });
    try {
      if (!batch.isEmpty()) {
        Set<TokenHash> holding = store.seen(batch);
        // What another server has removed, or let join anew, is known from here.
        batch.keySet().stream().filter(token -> !holding.contains(token)).forEach(byToken::remove);
      }
    } catch (DatabaseException e) {
      LOG.debug("what the agents said could not be written; it is with the next batch", e);
    }
  }
}
