package org.laassoa.server.agentwire;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.laassoa.server.action.Offer;
import org.laassoa.server.action.WorkWaiters;
import org.laassoa.server.agent.AgentOrdered;
import org.laassoa.server.agent.AgentSession;
import org.laassoa.server.agent.Agents;

/**
 * {@code GET /agent_channel}: a doorbell for agents. A frame says that a poll is worth while, and
 * nothing else; one that is lost costs the time until the agent's next poll.
 */
@WebSocket(path = AgentChannel.PATH)
class AgentChannel {

  static final String PATH = "/agent_channel";

  private static final Logger LOG = Logger.getLogger(AgentChannel.class);

  /** Sent at once: the agent knows then that frames come through. */
  static final String HELLO = "hello";

  /** Work is ready, or an order waits. */
  static final String POLL = "poll";

  /** Sent each few seconds: what lies between has not gone silent. */
  static final String ALIVE = "alive";

  private final Agents agents;
  private final WorkWaiters waiters;
  private final Map<String, Open> open = new ConcurrentHashMap<>();

  AgentChannel(Agents agents, WorkWaiters waiters) {
    this.agents = agents;
    this.waiters = waiters;
  }

  private record Open(WebSocketConnection connection, WorkWaiters.Waiter waiter) {}

  @OnOpen
  Uni<Void> onOpen(WebSocketConnection connection) {
    AgentSession session =
        AgentChannelCheck.token(connection.handshakeRequest().header("Authorization"))
            .map(agents::known)
            .orElseThrow(() -> new IllegalStateException("the check has let a stranger in"));
    WorkWaiters.Waiter waiter =
        waiters.add(session.agent().id(), () -> offer(session), () -> send(connection, POLL));
    open.put(connection.id(), new Open(connection, waiter));
    return connection.sendText(HELLO);
  }

  @OnClose
  void onClose(WebSocketConnection connection) {
    Open closed = open.remove(connection.id());
    if (closed != null) {
      closed.waiter().close();
    }
  }

  /** A held poll is answered by it too. */
  void ordered(@Observes AgentOrdered order) {
    waiters.wakeAgent(order.agentId());
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void alive() {
    open.values().forEach(one -> send(one.connection(), ALIVE));
  }

  /** What it would take as far as its last poll goes; nothing is known before the first. */
  private static Optional<Offer> offer(AgentSession session) {
    return session.last() instanceof UnderstoodPoll last && last.poll().room() > 0
        ? Optional.of(last.terms().builds())
        : Optional.empty();
  }

  private static void send(WebSocketConnection connection, String frame) {
    connection
        .sendText(frame)
        .subscribe()
        .with(sent -> {}, failure -> LOG.debugf("an agent's channel is broken: %s", failure));
  }
}
