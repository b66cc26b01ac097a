package org.laassoa.builder.execution.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.execution.docker.transport.EngineAddress;
import org.laassoa.builder.execution.docker.transport.LoopbackEngine;

/** With an engine that is away, and one that says that there is no such container. */
@Timeout(20)
class RemovalsTest {

  private static final String REMOVED = "HTTP/1.1 204 No Content\r\n\r\n";
  private static final String NOT_THERE =
      "HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

  private static final Duration AGAIN = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path folder;
  private Engine engine;
  private Removals removals;

  @BeforeEach
  void connect() {
    engine = new Engine(new EngineAddress.UnixSocket(folder.resolve("engine.sock")), Duration.ZERO);
    removals = new Removals(engine, AGAIN, LONG);
  }

  @AfterEach
  void end() {
    removals.close();
    engine.close();
  }

  @Test
  void a_removal_that_failed_is_tried_again_when_the_engine_is_there() throws Exception {
    // Given
    removals.removeNow("one");
    // When
    try (LoopbackEngine loopback = answering(REMOVED)) {
      // Then
      assertThat(loopback.request()).startsWith("DELETE ").contains("/containers/one?");
      removals.join();
    }
  }

  @Test
  void a_container_that_is_not_there_counts_as_removed() throws Exception {
    // Given
    removals.removeNow("one");
    // When
    try (LoopbackEngine loopback = answering(NOT_THERE)) {
      // Then
      loopback.request();
      removals.join();
      assertThat(loopback.unread()).isZero();
    }
  }

  @Test
  void a_container_that_may_be_in_the_making_is_looked_for_until_it_is_there() throws Exception {
    // Given
    try (LoopbackEngine loopback = answering(NOT_THERE)) {
      removals.removeOnceMade("one");
      loopback.request();
      loopback.request();
      loopback.request();
    }
    // When
    try (LoopbackEngine loopback = answering(REMOVED)) {
      // Then
      loopback.request();
      removals.join();
      assertThat(loopback.unread()).isZero();
    }
  }

  private LoopbackEngine answering(String answer) throws IOException {
    Files.deleteIfExists(folder.resolve("engine.sock"));
    return new LoopbackEngine(folder, answer, true);
  }
}
