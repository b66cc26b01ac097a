package org.laassoa.endtoend.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogStreamTest {

  @Test
  void pieces_come_in_order_and_then_the_end() throws IOException {
    LogStream stream =
        stream(
            """
            : a comment

            event: log
            id: 1-5
            data: {"attempt":1,"offset":0,"text":"a\\nb\\r\\n"}

            event:end
            data:{"state":"succeeded"}

            """);

    assertThat(stream.next()).isEqualTo(new LogStream.Event.Text(1, 0, "a\nb\r\n", "1-5"));
    assertThat(stream.next()).isEqualTo(new LogStream.Event.End("succeeded"));
  }

  @Test
  void a_connection_that_ends_before_the_log_gives_nothing() throws IOException {
    assertThat(stream("event: log\nid: 5\nda").next()).isNull();
  }

  private static LogStream stream(String events) {
    return new LogStream(new ByteArrayInputStream(events.getBytes(StandardCharsets.UTF_8)));
  }
}
