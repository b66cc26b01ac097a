package org.laassoa.builder.execution.docker.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class EngineHttpClientTest {

  private static final Request GET =
      Request.builder().method(Request.Method.GET).path("/_ping").build();

  @TempDir Path folder;

  @Test
  void a_body_with_a_length_is_read_to_that_length() throws Exception {
    // Given
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more";
    try (var engine = new LoopbackEngine(folder, answer, false)) {
      // When
      String body = bodyOf(engine);
      // Then
      assertThat(body).isEqualTo("hello");
      assertThat(engine.request())
          .startsWith("GET /_ping HTTP/1.1\r\n")
          .contains("Connection: close");
    }
  }

  @Test
  void a_chunked_body_is_put_together() throws Exception {
    // Given
    String answer =
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
            + "3\r\nhel\r\nA;x=y\r\nlo, engine\r\n0\r\nTrailer: t\r\n\r\n";
    try (var engine = new LoopbackEngine(folder, answer, false)) {
      // When
      String body = bodyOf(engine);
      // Then
      assertThat(body).isEqualTo("hello, engine");
    }
  }

  @Test
  void a_body_without_length_goes_to_the_connections_end() throws Exception {
    // Given
    try (var engine = new LoopbackEngine(folder, "HTTP/1.1 200 OK\r\n\r\nall of it", true)) {
      // When
      String body = bodyOf(engine);
      // Then
      assertThat(body).isEqualTo("all of it");
    }
  }

  @Test
  void an_interim_answer_is_passed_over() throws Exception {
    // Given
    String answer = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\nX-Y: z\r\n\r\n";
    try (var engine = new LoopbackEngine(folder, answer, false)) {
      // When
      try (Response response = engine.client().execute(GET)) {
        // Then
        assertThat(response.getStatusCode()).isEqualTo(204);
        assertThat(response.getHeader("x-y")).isEqualTo("z");
        assertThat(response.getBody().read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void a_connection_that_breaks_in_the_middle_of_a_body_is_an_error() throws Exception {
    // Given
    String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel";
    try (var engine = new LoopbackEngine(folder, answer, true)) {
      // When
      var failure = assertThatThrownBy(() -> bodyOf(engine));
      // Then
      failure.isInstanceOf(EOFException.class);
    }
  }

  @Test
  void a_request_body_of_unknown_length_is_sent_in_chunks() throws Exception {
    // Given
    try (var engine =
        new LoopbackEngine(folder, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", true)) {
      Request request =
          Request.builder()
              .method(Request.Method.POST)
              .path("/build")
              .body(new ByteArrayInputStream("hello, engine".getBytes(StandardCharsets.UTF_8)))
              .build();
      // When
      engine.client().execute(request).close();
      // Then
      assertThat(engine.request()).endsWith("\r\n\r\nd\r\nhello, engine\r\n0\r\n\r\n");
    }
  }

  @Test
  void a_request_body_that_cannot_be_read_breaks_the_request() throws Exception {
    // Given
    try (var engine = new LoopbackEngine(folder, "", true)) {
      InputStream unreadable =
          new InputStream() {
            @Override
            public int read() throws IOException {
              throw new IOException("the disk broke");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
              return read();
            }
          };
      Request request =
          Request.builder().method(Request.Method.POST).path("/build").body(unreadable).build();
      // When
      var failure = assertThatThrownBy(() -> engine.client().execute(request));
      // Then
      failure.isInstanceOf(UncheckedIOException.class).hasMessageContaining("the disk broke");
      assertThat(engine.request()).doesNotContain("\r\n0\r\n\r\n");
    }
  }

  @Test
  void an_interrupt_breaks_a_request_that_waits_for_its_answer() throws Exception {
    // Given
    try (var engine = new LoopbackEngine(folder, "", false)) {
      var failure = new CompletableFuture<Throwable>();
      Thread caller =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (Response response = engine.client().execute(GET)) {
                      failure.complete(null);
                    } catch (UncheckedIOException e) {
                      failure.complete(e);
                    }
                  });
      engine.request();
      // When
      caller.interrupt();
      // Then
      assertThat(failure.get(2, TimeUnit.SECONDS)).isNotNull();
      engine.awaitConnectionEnd();
    }
  }

  @Test
  void closing_the_response_ends_the_connection_under_its_reader() throws Exception {
    // Given
    String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    try (var engine = new LoopbackEngine(folder, answer, false)) {
      Response response = engine.client().execute(GET);
      var failure = new CompletableFuture<Throwable>();
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  response.getBody().read();
                  failure.complete(null);
                } catch (IOException e) {
                  failure.complete(e);
                }
              });
      // When
      response.close();
      // Then
      assertThat(failure.get(2, TimeUnit.SECONDS)).isNotNull();
      engine.awaitConnectionEnd();
    }
  }

  @Test
  void no_engine_is_an_error_at_once() {
    // Given
    var client = new EngineHttpClient(EngineAddress.of("unix://" + folder.resolve("none.sock")));
    long begin = System.nanoTime();
    // When
    var failure = assertThatThrownBy(() -> client.execute(GET));
    // Then
    failure.isInstanceOf(UncheckedIOException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
  }

  private static String bodyOf(LoopbackEngine engine) throws IOException {
    try (Response response = engine.client().execute(GET)) {
      return new String(response.getBody().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
