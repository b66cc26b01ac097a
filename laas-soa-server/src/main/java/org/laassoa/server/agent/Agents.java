package org.laassoa.server.agent;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.laassoa.wire.JoinAnswer;
import org.laassoa.wire.JoinRequest;

/**
 * The agents that have joined. Tokens that have been checked are remembered, and what polls say is
 * written once a second for all together, so that a poll costs the database nothing for them.
 */
@ApplicationScoped
public class Agents {

  private static final int REMEMBERED_TOKENS = 100_000;

  private final AgentStore store;
  private final Map<String, Agent> byTokenHash = new ConcurrentHashMap<>();
  private final Map<Long, Presence> unwritten = new ConcurrentHashMap<>();

  Agents(AgentStore store) {
    this.store = store;
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
    return new JoinToken(token, store.addJoinToken(AgentTokens.hash(token), validity));
  }

  /** Lets an agent join, or answers nothing when its join token is unknown or has expired. */
  public Optional<JoinAnswer> join(JoinRequest request) {
    String token = AgentTokens.create("laas-agent-");
    return store
        .join(AgentTokens.hash(request.joinToken()), request, AgentTokens.hash(token))
        .map(agent -> new JoinAnswer(Long.toString(agent.id()), token));
  }

  /** The agent that this token belongs to. */
  public Optional<Agent> authenticate(String token) {
    byte[] hash = AgentTokens.hash(token);
    String key = HexFormat.of().formatHex(hash);
    Agent known = byTokenHash.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Agent> found = store.find(hash);
    found
        .filter(agent -> byTokenHash.size() < REMEMBERED_TOKENS)
        .ifPresent(agent -> byTokenHash.put(key, agent));
    return found;
  }

  /** Notes a poll. */
  public void seen(Presence presence) {
    unwritten.put(presence.agentId(), presence);
  }

  /** Every agent that has joined. */
  public List<AgentView> list() {
    return store.list();
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void writePresences() {
    List<Presence> batch = List.copyOf(unwritten.values());
    if (batch.isEmpty()) {
      return;
    }
    // A poll that comes in between stays for the next batch.
    batch.forEach(presence -> unwritten.remove(presence.agentId(), presence));
    store.seen(batch);
  }
}
