package org.laassoa.server.agentwire;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.AgentSession;
import org.laassoa.server.agent.Agents;

/**
 * Answers polls for which there is nothing, on the event loop and from memory: no thread, no
 * parsing, no database. It is a short cut in front of {@link ConsumeActionResource}, which decides
 * everything else, and everything in case of doubt.
 */
@ApplicationScoped
class IdlePolls {

  private static final String SCHEME = "Bearer ";
  private static final long MOST_BYTES = 16 * 1024;
  private static final Buffer NOTHING = Buffer.buffer("[]");

  private final Agents agents;
  private final Consumption consumption;

  IdlePolls(Agents agents, Consumption consumption) {
    this.agents = agents;
    this.consumption = consumption;
  }

  void register(@Observes Router router) {
    router.post("/consume_action").order(-1).handler(this::poll);
    router.post("/comsume_action").order(-1).handler(this::poll);
  }

  private void poll(RoutingContext context) {
    HttpServerRequest request = context.request();
    AgentSession session = session(request.getHeader("Authorization"));
    if (session == null || !isShort(request)) {
      context.next();
      return;
    }
    request
        .body()
        .onComplete(
            read -> {
              if (read.failed()) {
                request.connection().close(); // The agent is gone in the middle of its request.
              } else if (idle(session, read.result())) {
                session.polledAgain();
                context.response().putHeader("Content-Type", "application/json").end(NOTHING);
              } else {
                ((RoutingContextInternal) context).setBody(read.result());
                context.next();
              }
            });
    request.resume();
  }

  private @Nullable AgentSession session(@Nullable String authorization) {
    return authorization != null && authorization.startsWith(SCHEME)
        ? agents.known(authorization.substring(SCHEME.length()))
        : null;
  }

  /** Only what is certain to be small is read here. */
  private static boolean isShort(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length != null
        && length.length() < 6
        && request.getHeader("Content-Encoding") == null
        && Long.parseLong(length) <= MOST_BYTES;
  }

  private boolean idle(AgentSession session, Buffer body) {
    return session.last() instanceof UnderstoodPoll last
        && last.stillGood(System.nanoTime())
        && body.length() == last.bytes().length
        && ByteBufUtil.equals(body.getByteBuf(), Unpooled.wrappedBuffer(last.bytes()))
        && consumption.idle(session.agent(), last.poll());
  }
}
