package org.laassoa.builder.server;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;
import org.laassoa.builder.server.ServerFailure.ServerUnreachable;

/** Where the server rings: {@code GET /agent_channel}, a WebSocket. */
final class AgentChannel {

  /** For the connection and the first frame, which the server sends at once. */
  private static final Duration GREETING = Duration.ofSeconds(5);

  /** Three of the server's signs of life. */
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final Vertx vertx;
  private final WebSocketClient client;
  private final WebSocketConnectOptions server;
  private final Duration greeting;
  private final Duration silence;

  /** The channel of an agent. */
  AgentChannel(Vertx vertx, URI server, String authorization) {
    this(vertx, server, authorization, GREETING, SILENCE);
  }

  /** A channel with other patience. */
  AgentChannel(Vertx vertx, URI server, String authorization, Duration greeting, Duration silence) {
    this.vertx = vertx;
    this.client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions().setConnectTimeout((int) greeting.toMillis()));
    this.server = options(server, authorization).setTimeout(greeting.toMillis());
    this.greeting = greeting;
    this.silence = silence;
  }

  private static WebSocketConnectOptions options(URI server, String authorization) {
    boolean tls = server.getScheme().equals("https");
    int usualPort = tls ? 443 : 80;
    WebSocketConnectOptions options = new WebSocketConnectOptions();
    options
        .setHost(server.getHost())
        .setPort(server.getPort() < 0 ? usualPort : server.getPort())
        .setSsl(tls)
        .setURI(server.getRawPath() + "/agent_channel")
        .putHeader("Authorization", authorization);
    return options;
  }

  /** Connects; see {@link ServerConnection#openDoorbell}. */
  Doorbell open(Runnable ring) throws ServerUnreachable, InterruptedException {
    // Copied, since connecting may write to it.
    return WebSocketDoorbell.open(
        vertx.getOrCreateContext(),
        client.webSocket(),
        new WebSocketConnectOptions(server),
        greeting,
        silence,
        ring);
  }
}
