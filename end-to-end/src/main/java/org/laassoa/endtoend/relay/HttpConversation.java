package org.laassoa.endtoend.relay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One client's connection: a request, its answer, the next request. The client's end is listened to
 * while an answer is awaited, so that a server learns at once that nobody waits any more.
 */
final class HttpConversation implements Runnable {

  private static final byte[] UNAVAILABLE =
      "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final HttpRelay relay;
  private final String client;
  private final Socket near;

  HttpConversation(HttpRelay relay, String client, Socket near) {
    this.relay = relay;
    this.client = client;
    this.near = near;
  }

  @Override
  public void run() {
    Optional<Socket> far = Optional.empty();
    try {
      InputStream in = new BufferedInputStream(near.getInputStream(), 1 << 16);
      while (true) {
        Optional<HttpMessage> request = HttpMessage.readRequest(in);
        if (request.isEmpty()) {
          return;
        }
        // The former request has been answered: clients of ours do not send ahead.
        far.ifPresent(relay::forget);
        far = follow(new Exchange(client, request.get(), 0, null), in);
      }
    } catch (IOException cut) {
      // Whichever side it was, the other one learns it now.
    } finally {
      far.ifPresent(relay::forget);
      relay.forget(near);
    }
  }

  private Optional<Socket> follow(Exchange exchange, InputStream in) throws IOException {
    Passage passage = relay.trap().request(exchange);
    Socket far;
    try {
      far = relay.connect();
    } catch (IOException nobody) {
      near.getOutputStream().write(UNAVAILABLE);
      return Optional.empty();
    }
    try {
      if (!pass(exchange.request(), passage, far.getOutputStream())) {
        throw new IOException("cut");
      }
      if (exchange.request().header("Upgrade").isEmpty()) {
        Thread.ofVirtual().start(() -> answer(exchange, far));
      } else {
        tunnel(exchange, in, far);
      }
      return Optional.of(far);
    } catch (IOException e) {
      relay.forget(far);
      throw e;
    }
  }

  private void answer(Exchange exchange, Socket far) {
    boolean passed = false;
    try {
      InputStream in = new BufferedInputStream(far.getInputStream(), 1 << 16);
      HttpMessage answer = HttpMessage.readAnswer(in, exchange.request());
      Exchange answered = new Exchange(client, exchange.request(), far.getPort(), answer);
      passed = pass(answer, relay.trap().answer(answered), near.getOutputStream());
    } catch (IOException gone) {
      // One of the two: below, the other one learns it.
    } finally {
      if (!passed) {
        relay.forget(far);
        relay.forget(near);
      }
    }
  }

  /** After an upgrade, as to a WebSocket: bytes in both directions until one side ends. */
  private void tunnel(Exchange exchange, InputStream in, Socket far) throws IOException {
    InputStream back = new BufferedInputStream(far.getInputStream(), 1 << 16);
    HttpMessage answer = HttpMessage.readAnswer(back, exchange.request());
    answer.write(near.getOutputStream(), Long.MAX_VALUE);
    if (answer.status() != 101) {
      return;
    }
    Thread.ofVirtual().start(() -> copy(back, far));
    in.transferTo(far.getOutputStream());
    throw new IOException("the client has gone");
  }

  private void copy(InputStream back, Socket far) {
    try {
      back.transferTo(near.getOutputStream());
    } catch (IOException gone) {
      // As at its regular end.
    }
    relay.forget(far);
    relay.forget(near);
  }

  /** Whether the message passed whole. */
  private static boolean pass(HttpMessage message, Passage passage, OutputStream out)
      throws IOException {
    return switch (passage) {
      case Passage.Whole() -> {
        message.write(out, Long.MAX_VALUE);
        yield true;
      }
      case Passage.Cut(double part) -> {
        message.write(out, (long) (part * (message.head().length + message.body().length)));
        yield false;
      }
    };
  }
}
