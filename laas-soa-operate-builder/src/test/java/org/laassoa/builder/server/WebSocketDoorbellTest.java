package org.laassoa.builder.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.laassoa.builder.server.ServerFailure.ServerUnreachable;
import org.laassoa.builder.testing.FrontProxy;

class WebSocketDoorbellTest {

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final URI NO_SERVER = URI.create("http://127.0.0.1:1");

  private static Vertx vertx;

  private final Semaphore rings = new Semaphore(0);
  private FrontProxy server;

  @BeforeAll
  static void begin() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void end() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @AfterEach
  void close() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void a_frame_that_says_to_poll_is_a_ring() throws Exception {
    try (Doorbell doorbell = open(FrontProxy.Sockets.PASSED_ON)) {
      server.ring();

      assertThat(rings.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void signs_of_life_and_unknown_frames_are_no_rings() throws Exception {
    try (Doorbell doorbell = open(FrontProxy.Sockets.PASSED_ON)) {
      server.send("alive");
      server.send("something new");
      server.ring();

      assertThat(rings.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
      assertThat(rings.availablePermits()).isZero();
    }
  }

  /** The server greets at the very moment at which the connection is there. */
  @Test
  void the_greeting_is_never_missed() throws Exception {
    server = new FrontProxy(vertx, NO_SERVER, FrontProxy.Sockets.PASSED_ON);
    AgentChannel channel = channel(server.address());

    for (int i = 0; i < 300; i++) {
      channel.open(rings::release).close();
    }

    assertThat(server.authorizations()).hasSize(300);
  }

  @Test
  void the_handshake_carries_the_agents_token() throws Exception {
    open(FrontProxy.Sockets.PASSED_ON).close();

    assertThat(server.authorizations()).containsExactly("Bearer agent-token");
  }

  @Test
  void closing_hangs_up() throws Exception {
    Doorbell doorbell = open(FrontProxy.Sockets.PASSED_ON);

    doorbell.close();

    await().until(() -> !server.hasListener());
  }

  @Test
  void a_refused_upgrade_is_told_with_its_status() {
    assertThatThrownBy(() -> open(FrontProxy.Sockets.REFUSED))
        .isInstanceOf(ServerUnreachable.class)
        .hasMessage("HTTP 404");
  }

  @Test
  void a_connection_through_which_no_frame_comes_cannot_be_had() {
    assertThatThrownBy(() -> open(FrontProxy.Sockets.SWALLOWED))
        .isInstanceOf(ServerUnreachable.class)
        .hasMessage("the server sent nothing within 2 s");
  }

  @Test
  void a_server_that_accepts_and_says_nothing_cannot_be_had() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      AgentChannel channel = channel(URI.create("http://127.0.0.1:" + mute.getLocalPort()));

      assertThatThrownBy(() -> channel.open(rings::release)).isInstanceOf(ServerUnreachable.class);
    }
  }

  @Test
  void a_port_where_nobody_listens_is_told_without_the_token() {
    assertThatThrownBy(() -> channel(NO_SERVER).open(rings::release))
        .isInstanceOf(ServerUnreachable.class)
        .hasMessageNotContaining("agent-token");
  }

  @Test
  void a_server_that_hangs_up_breaks_it() throws Exception {
    try (Doorbell doorbell = open(FrontProxy.Sockets.PASSED_ON)) {
      server.goAway();

      assertThat(doorbell.awaitBroken()).isEqualTo("the connection was closed");
    }
  }

  @Test
  void a_server_that_falls_silent_breaks_it() throws Exception {
    try (Doorbell doorbell = open(FrontProxy.Sockets.PASSED_ON)) {
      assertThat(doorbell.awaitBroken()).isEqualTo("the server has sent nothing for 2 s");
    }
  }

  private Doorbell open(FrontProxy.Sockets sockets) throws Exception {
    server = new FrontProxy(vertx, NO_SERVER, sockets);
    // What is to come may take its time on a slow machine; what is not to come is not waited for.
    Duration greeting = sockets == FrontProxy.Sockets.PASSED_ON ? Duration.ofSeconds(30) : SOON;
    return new AgentChannel(vertx, server.address(), "Bearer agent-token", greeting, SOON)
        .open(rings::release);
  }

  private static AgentChannel channel(URI address) {
    return new AgentChannel(vertx, address, "Bearer agent-token", SOON, SOON);
  }
}
