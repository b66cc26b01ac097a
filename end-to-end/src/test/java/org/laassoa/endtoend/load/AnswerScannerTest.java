package org.laassoa.endtoend.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerScannerTest {

  private static final String WITH_LENGTH =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]";
  private static final String CHUNKED =
      "HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\n3\r\n[1,\r\nB\r\n2, 3, 4, 5]\r\n"
          + "0\r\n\r\n";
  private static final String EMPTY = "HTTP/1.1 204 No Content\r\nServer: x\r\n\r\n";

  private final AnswerScanner scanner = new AnswerScanner();
  private final ByteBuffer in = ByteBuffer.allocate(1000);

  @Test
  void a_body_is_known_by_its_length() {
    assertThat(feed(WITH_LENGTH)).isTrue();

    assertThat(scanner.status()).isEqualTo(200);
    assertThat(body()).isEqualTo("[]");
  }

  @Test
  void a_body_of_chunks_is_put_together() {
    assertThat(feed(CHUNKED)).isTrue();

    assertThat(scanner.status()).isEqualTo(201);
    assertThat(body()).isEqualTo("[1,2, 3, 4, 5]");
  }

  @Test
  void an_answer_may_have_no_body() {
    assertThat(feed(EMPTY)).isTrue();

    assertThat(body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {WITH_LENGTH, CHUNKED, EMPTY})
  void an_answer_that_comes_byte_by_byte_is_complete_with_the_last_one(String answer) {
    String before = answer.substring(0, answer.length() - 1);

    assertThat(before.chars().mapToObj(b -> feed("" + (char) b))).doesNotContain(true);
    assertThat(feed(answer.substring(before.length()))).isTrue();
  }

  @Test
  void the_next_answer_is_another_one() {
    feed(CHUNKED);
    in.clear();
    scanner.reset();

    assertThat(feed(WITH_LENGTH)).isTrue();
    assertThat(body()).isEqualTo("[]");
  }

  private boolean feed(String bytes) {
    in.put(bytes.getBytes(StandardCharsets.US_ASCII));
    return scanner.complete(in);
  }

  private String body() {
    return new String(
        in.array(),
        scanner.bodyFrom(),
        scanner.bodyTo() - scanner.bodyFrom(),
        StandardCharsets.US_ASCII);
  }
}
