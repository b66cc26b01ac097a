package org.laassoa.server.outbound;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP/1.1 to an address that the caller has chosen, while {@code Host}, TLS's server name and the
 * name in the certificate stay those of the request. A connection serves one call: what lay idle
 * may be dead, and these calls are few.
 */
final class PinnedCalls implements AutoCloseable {
  private static final int CONNECT_MILLIS = 5000;
  private static final int MAX_AT_ONCE = 64;
  private static final int MAX_HEADER_BYTES = 32 * 1024;

  private final HttpClient client;

  PinnedCalls(Vertx vertx, boolean insecure) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setSslHandshakeTimeout(CONNECT_MILLIS)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAlive(false)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setTrustAll(insecure)
                .setVerifyHost(!insecure),
            new PoolOptions().setHttp1MaxSize(MAX_AT_ONCE));
  }

  /** The address does not answer at all: nothing was sent. */
  static final class NotConnectedException extends Exception {
    private static final long serialVersionUID = 1L;

    NotConnectedException(Throwable cause) {
      super(cause);
    }
  }

  /** Sends it there. */
  OutboundAnswer send(OutboundRequest request, InetAddress address, Deadline deadline)
      throws NotConnectedException {
    String host = request.address().getHost();
    Future<HttpClientRequest> connecting = client.request(options(request, address));
    HttpClientRequest connected;
    try {
      connected = await(connecting, deadline);
    } catch (CallFailedException e) {
      // Nobody waits for it any more.
      connecting.onSuccess(HttpClientRequest::reset);
      throw new NotConnectedException(e);
    }
    try {
      return await(exchange(request, connected), deadline);
    } catch (CallFailedException e) {
      connected.reset();
      throw FailureWords.of(e, host);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private static Future<OutboundAnswer> exchange(
      OutboundRequest request, HttpClientRequest connected) {
    connected.putHeader("User-Agent", "laas-soa");
    request.headers().forEach(connected::putHeader);
    int limit = request.terms().maxAnswerBytes();
    // Read on the thread that the answer comes on: what arrives before a handler is there is lost.
    Future<OutboundAnswer> answer = connected.response().compose(head -> read(head, limit));
    return (request.body().length == 0
            ? connected.end()
            : connected.end(Buffer.buffer(request.body())))
        .compose(sent -> answer);
  }

  private static Future<OutboundAnswer> read(HttpClientResponse head, int limit) {
    Promise<OutboundAnswer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    head.exceptionHandler(whole::tryFail);
    head.endHandler(
        end ->
            whole.tryComplete(
                new OutboundAnswer(head.statusCode(), headers(head), body.getBytes())));
    head.handler(
        part -> {
          if (body.length() + part.length() > limit) {
            whole.tryFail(new TooLargeException());
            head.request().reset();
          } else {
            body.appendBuffer(part);
          }
        });
    return whole.future();
  }

  private static Map<String, String> headers(HttpClientResponse head) {
    Map<String, String> headers = new HashMap<>();
    head.headers()
        .forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
    return Map.copyOf(headers);
  }

  private static RequestOptions options(OutboundRequest request, InetAddress address) {
    URI target = request.address();
    String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
    return new RequestOptions()
        .setMethod(HttpMethod.valueOf(request.method()))
        .setServer(SocketAddress.inetSocketAddress(Port.of(target), address.getHostAddress()))
        .setHost(target.getHost())
        .setPort(Port.of(target))
        .setSsl("https".equalsIgnoreCase(target.getScheme()))
        .setFollowRedirects(false)
        .setURI(target.getRawQuery() == null ? path : path + "?" + target.getRawQuery());
  }

  private static <T> T await(Future<T> future, Deadline deadline) throws CallFailedException {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(deadline.left(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new CallFailedException(e);
    } catch (TimeoutException e) {
      throw new CallFailedException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallFailedException(e);
    }
  }

  /** Carries why a call failed to where it is put in words. */
  private static final class CallFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    CallFailedException(Throwable cause) {
      super(cause);
    }
  }
}
