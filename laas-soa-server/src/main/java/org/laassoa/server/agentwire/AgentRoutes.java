package org.laassoa.server.agentwire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
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
import org.laassoa.server.agentwire.CompleteActionResource.CompleteAnswer;
import org.laassoa.wire.CompleteRequest;
import org.laassoa.wire.LogAnswer;

/**
 * A short way for the calls that agents make all the time, in front of the resources of the same
 * addresses. An idle poll is answered on the event loop from memory; everything else that goes well
 * on a virtual thread, without the framework in between. Whatever does not go well, is not known or
 * is not quite usual is left to the resource, from the beginning: each of these calls may be
 * repeated.
 */
@ApplicationScoped
class AgentRoutes {

  private static final String SCHEME = "Bearer ";
  private static final String JSON = "application/json";
  private static final Buffer NOTHING = Buffer.buffer("[]");

  private final Agents agents;
  private final PollReader polls;
  private final Consumption consumption;
  private final Completions completions;
  private final LogAppends logAppends;
  private final WireBody wireBody;
  private final ObjectMapper json;

  AgentRoutes(
      Agents agents,
      PollReader polls,
      Consumption consumption,
      Completions completions,
      LogAppends logAppends,
      WireBody wireBody,
      ObjectMapper json) {
    this.agents = agents;
    this.polls = polls;
    this.consumption = consumption;
    this.completions = completions;
    this.logAppends = logAppends;
    this.wireBody = wireBody;
    this.json = json;
  }

  void register(@Observes Router router) {
    router.post("/consume_action").order(-1).handler(call -> read(call, this::consume));
    router.post("/comsume_action").order(-1).handler(call -> read(call, this::consume));
    router.post("/complete_action").order(-1).handler(call -> read(call, this::complete));
    router
        .post("/log_data")
        .order(-1)
        .handler(
            call -> {
              if ("application/octet-stream".equals(call.request().getHeader("Content-Type"))) {
                read(call, this::append);
              } else {
                call.next();
              }
            });
  }

  /** What is done with a body that has been read; on the event loop. */
  @FunctionalInterface
  private interface Reader {
    void read(RoutingContext call, AgentSession session, Buffer body);
  }

  /** What is done on a virtual thread; a throw leaves the call to the resource. */
  @FunctionalInterface
  private interface Work {
    Object answer() throws Exception;
  }

  private void read(RoutingContext call, Reader reader) {
    HttpServerRequest request = call.request();
    AgentSession session = session(request.getHeader("Authorization"));
    // A body of unknown length is limited by the framework.
    if (session == null || request.getHeader("Content-Length") == null) {
      call.next();
      return;
    }
    request
        .body()
        .onComplete(
            read -> {
              if (read.failed()) {
                request.connection().close(); // The agent is gone in the middle of its request.
              } else {
                reader.read(call, session, read.result());
              }
            });
    request.resume();
  }

  private @Nullable AgentSession session(@Nullable String authorization) {
    return authorization != null && authorization.startsWith(SCHEME)
        ? agents.known(authorization.substring(SCHEME.length()))
        : null;
  }

  private void consume(RoutingContext call, AgentSession session, Buffer body) {
    UnderstoodPoll same = understood(session, body);
    if (same != null && consumption.idle(session.agent(), same)) {
      session.polledAgain();
      call.response().putHeader("Content-Type", JSON).end(NOTHING);
      return;
    }
    HeldPoll held = new HeldPoll();
    call.addEndHandler(answered -> held.hungUp(answered.failed()));
    work(
        call,
        body,
        () -> {
          UnderstoodPoll poll = same;
          if (poll == null) {
            String address = call.request().remoteAddress().hostAddress();
            poll = polls.read(session, body.getBytes(), address);
          } else {
            session.polledAgain();
          }
          return consumption.consume(session.agent(), poll, held);
        });
  }

  /** The last poll, when this one says the same and it was not long ago. */
  private @Nullable UnderstoodPoll understood(AgentSession session, Buffer body) {
    return session.last() instanceof UnderstoodPoll last
            && polls.stillGood(last)
            && body.length() == last.bytes().length
            && ByteBufUtil.equals(body.getByteBuf(), Unpooled.wrappedBuffer(last.bytes()))
        ? last
        : null;
  }

  private void complete(RoutingContext call, AgentSession session, Buffer body) {
    work(
        call,
        body,
        () -> {
          CompleteRequest request = wireBody.read(body.getBytes(), CompleteRequest.class);
          return new CompleteAnswer(completions.complete(session.agent().id(), request).wireName());
        });
  }

  private void append(RoutingContext call, AgentSession session, Buffer body) {
    HttpServerRequest request = call.request();
    work(
        call,
        body,
        () ->
            new LogAnswer(
                logAppends.append(
                    session.agent().id(),
                    Poll.requireField("action_id", request.getParam("action_id")),
                    Integer.parseInt(Poll.requireField("attempt", request.getParam("attempt"))),
                    Long.parseLong(Poll.requireField("offset", request.getParam("offset"))),
                    body.getBytes())));
  }

  private void work(RoutingContext call, Buffer body, Work work) {
    Context eventLoop = Vertx.currentContext();
    Thread.ofVirtual()
        .name("agent-call")
        .start(
            () -> {
              try {
                Buffer answer = json(work.answer());
                call.response().putHeader("Content-Type", JSON).end(answer);
              } catch (Exception leftToTheResource) {
                eventLoop.runOnContext(
                    now -> {
                      ((RoutingContextInternal) call).setBody(body);
                      call.next();
                    });
              }
            });
  }

  private Buffer json(Object answer) throws JsonProcessingException {
    return Buffer.buffer(json.writeValueAsBytes(answer));
  }
}
