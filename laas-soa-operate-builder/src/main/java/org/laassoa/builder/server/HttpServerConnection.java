package org.laassoa.builder.server;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.laassoa.builder.server.ServerFailure.RequestRefused;
import org.laassoa.wire.ActionOrder;
import org.laassoa.wire.CompleteRequest;
import org.laassoa.wire.ConsumeRequest;
import org.laassoa.wire.FetchAnswer;
import org.laassoa.wire.FetchRequest;
import org.laassoa.wire.JoinAnswer;
import org.laassoa.wire.JoinRequest;

/** The protocol over HTTP. */
public final class HttpServerConnection implements ServerConnection {

  private static final String LOG_GAP = "urn:laas-soa:problem:log-gap";
  private static final String LOG_INCOMPLETE = "urn:laas-soa:problem:log-incomplete";
  private static final String ATTEMPT_SUPERSEDED = "urn:laas-soa:problem:attempt-superseded";

  private static final long CONNECT_SECONDS = 5;

  /** Half a lease: a server that hangs is found out before what we hold is given to others. */
  private static final long READ_SECONDS = 15;

  private final AgentApi api;
  private final AgentChannel channel;
  private final String authorization;

  private HttpServerConnection(URI server, String authorization, Vertx vertx) {
    this.api = client(server);
    this.channel = new AgentChannel(vertx, server, authorization);
    this.authorization = authorization;
  }

  /** A connection that can only {@link #join}. */
  public static HttpServerConnection toJoin(URI server, Vertx vertx) {
    return new HttpServerConnection(server, "", vertx);
  }

  /** A connection of an agent that has joined. */
  public static HttpServerConnection of(URI server, String token, Vertx vertx) {
    return new HttpServerConnection(server, "Bearer " + token, vertx);
  }

  private static AgentApi client(URI server) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(server)
        .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
        .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
        .build(AgentApi.class);
  }

  @Override
  public JoinAnswer join(JoinRequest request) throws ServerFailure, InterruptedException {
    return ProblemAnswers.call(() -> api.join(request));
  }

  @Override
  public List<ActionOrder> poll(ConsumeRequest request) throws ServerFailure, InterruptedException {
    return ProblemAnswers.call(() -> api.consume(authorization, request));
  }

  @Override
  public Doorbell openDoorbell(Runnable ring) throws ServerFailure, InterruptedException {
    return channel.open(ring);
  }

  @Override
  public FetchAnswer fetch(FetchRequest request) throws ServerFailure, InterruptedException {
    return ProblemAnswers.call(() -> api.fetch(authorization, request));
  }

  @Override
  public LogAppended appendLog(String actionId, int attempt, long offset, byte[] bytes)
      throws ServerFailure, InterruptedException {
    try {
      return new LogAppended.Accepted(
          ProblemAnswers.call(() -> api.appendLog(authorization, actionId, attempt, offset, bytes))
              .offset());
    } catch (RequestRefused refused) {
      return switch (refused.type()) {
        case LOG_GAP -> new LogAppended.Gap(refused.offset());
        case ATTEMPT_SUPERSEDED -> new LogAppended.Superseded();
        default -> throw refused;
      };
    }
  }

  @Override
  public Completed complete(CompleteRequest request) throws ServerFailure, InterruptedException {
    try {
      ProblemAnswers.call(
          () -> {
            api.complete(authorization, request);
            return true;
          });
      return new Completed.Recorded();
    } catch (RequestRefused refused) {
      return switch (refused.type()) {
        case LOG_INCOMPLETE -> new Completed.LogIncomplete(refused.offset());
        case ATTEMPT_SUPERSEDED -> new Completed.Superseded();
        default -> throw refused;
      };
    }
  }
}
