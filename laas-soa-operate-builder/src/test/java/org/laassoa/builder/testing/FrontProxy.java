package org.laassoa.builder.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What stands between an agent and its server: it adds the doorbell to a {@link ScriptedServer}, or
 * does to it and to long requests what proxies do.
 */
public final class FrontProxy implements AutoCloseable {

  /** What becomes of a WebSocket. */
  public enum Sockets {
    /** It works. */
    PASSED_ON,
    /** The upgrade is answered with 404. */
    REFUSED,
    /** The upgrade is answered, and no frame ever comes through. */
    SWALLOWED
  }

  private final Vertx vertx;
  private final URI server;
  private final HttpClient client;
  private final List<ServerWebSocket> open = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private HttpServer http;
  private volatile Sockets sockets;
  private volatile @Nullable Duration patience;

  /** A proxy in front of a server, on a port of its own. */
  public FrontProxy(Vertx vertx, URI server, Sockets sockets) {
    this.vertx = vertx;
    this.server = server;
    this.sockets = sockets;
    this.client = vertx.createHttpClient();
    this.http = listen(0);
  }

  private HttpServer listen(int port) {
    return await(
        vertx
            .createHttpServer()
            .webSocketHandshakeHandler(
                handshake -> {
                  if (sockets == Sockets.REFUSED) {
                    handshake.reject(404);
                  } else {
                    handshake.accept();
                  }
                })
            .webSocketHandler(this::accept)
            .requestHandler(this::forward)
            .listen(port, "127.0.0.1"));
  }

  /** Its address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + http.actualPort());
  }

  /** From now on requests that are not answered within that time are cut. */
  public void cutAfter(Duration limit) {
    patience = limit;
  }

  /** Whether an agent listens for the doorbell. */
  public boolean hasListener() {
    return !open.isEmpty();
  }

  /** What agents have shown to be let in to the doorbell. */
  public List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  /** Rings for all who listen. */
  public void ring() {
    send("poll");
  }

  /** Sends any frame. */
  public void send(String frame) {
    open.forEach(socket -> socket.writeTextMessage(frame));
  }

  /** Hangs up on everybody and listens no more. */
  public void goAway() {
    await(http.close());
  }

  /** Listens again, at the same address. */
  public void comeBack() {
    http = listen(http.actualPort());
  }

  private void accept(ServerWebSocket socket) {
    authorizations.add(String.valueOf(socket.headers().get("Authorization")));
    if (sockets == Sockets.PASSED_ON) {
      open.add(socket);
      socket.closeHandler(closed -> open.remove(socket));
      socket.writeTextMessage("hello");
    }
  }

  private void forward(HttpServerRequest request) {
    Duration limit = patience;
    if (limit != null) {
      vertx.setTimer(limit.toMillis(), late -> cut(request));
    }
    request
        .body()
        .compose(
            body ->
                client
                    .request(request.method(), server.getPort(), server.getHost(), request.uri())
                    .compose(
                        onward -> {
                          onward.headers().setAll(request.headers());
                          return onward.send(body);
                        }))
        .compose(
            answer ->
                answer
                    .body()
                    .compose(
                        body -> {
                          HttpServerResponse back = request.response();
                          back.setStatusCode(answer.statusCode());
                          String type = answer.getHeader("Content-Type");
                          return back.putHeader("Content-Type", type).end(body);
                        }))
        .onFailure(error -> cut(request));
  }

  private static void cut(HttpServerRequest request) {
    if (!request.response().ended()) {
      request.connection().close();
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    await(http.close());
    await(client.close());
  }
}
