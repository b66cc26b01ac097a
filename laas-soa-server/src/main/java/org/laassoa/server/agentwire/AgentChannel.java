package org.laassoa.server.agentwire;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.laassoa.server.action.WorkWaiters;
import org.laassoa.server.agent.AgentSession;
import org.laassoa.server.agent.CurrentAgent;
import org.laassoa.wire.ActionType;

/**
 * {@code GET /agent_channel}: a doorbell for agents. A frame says that a poll is worth while, and
 * nothing else; one that is lost costs the time until the agent's next poll.
 */
@WebSocket(path = "/agent_channel")
@RolesAllowed("agent")
class AgentChannel {

  private static final Logger LOG = Logger.getLogger(AgentChannel.class);

  /** Sent at once: the agent knows then that frames come through. */
  static final String HELLO = "hello";

  /** Work is ready, or an order waits. */
  static final String POLL = "poll";

  /** Sent each few seconds: what lies between has not gone silent. */
  static final String ALIVE = "alive";

  private final CurrentAgent currentAgent;
  private final WorkWaiters waiters;
  private final Map<String, Open> open = new ConcurrentHashMap<>();

  AgentChannel(CurrentAgent currentAgent, WorkWaiters waiters) {
    this.currentAgent = currentAgent;
    this.waiters = waiters;
  }

  private record Open(WebSocketConnection connection, WorkWaiters.Waiter waiter) {}

  @OnOpen
  Uni<Void> onOpen(WebSocketConnection connection) {
    AgentSession session = currentAgent.session();
    WorkWaiters.Waiter waiter =
        waiters.add(
            session.agent().id(),
            types(session),
            () -> hasRoom(session),
            () -> send(connection, POLL));
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

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void alive() {
    open.values().forEach(one -> send(one.connection(), ALIVE));
  }

  /** What it subscribed to with its last poll; all, before the first. */
  private static Set<ActionType> types(AgentSession session) {
    return session.last() instanceof UnderstoodPoll last
        ? last.poll().types()
        : EnumSet.allOf(ActionType.class);
  }

  /** As far as its last poll goes. */
  private static boolean hasRoom(AgentSession session) {
    return !(session.last() instanceof UnderstoodPoll last) || last.poll().room() > 0;
  }

  private static void send(WebSocketConnection connection, String frame) {
    connection
        .sendText(frame)
        .subscribe()
        .with(sent -> {}, failure -> LOG.debugf("an agent's channel is broken: %s", failure));
  }
}
