package org.laassoa.endtoend.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogAppenderTest {

  private final LogAppender appender = new LogAppender("token", 7, 2, new byte[] {'a', 'b'}, 2);

  @Test
  void each_chunk_begins_where_the_last_one_ended() {
    String first = text(appender.next());
    String second = text(appender.next());

    assertThat(first).startsWith("POST /log_data?action_id=7&attempt=2&offset=000000000000 HTTP");
    assertThat(second).startsWith("POST /log_data?action_id=7&attempt=2&offset=000000000002 HTTP");
    assertThat(second).endsWith("\r\n\r\nab");
  }

  @Test
  void after_the_last_chunk_there_is_nothing_more_to_say() {
    appender.next();
    appender.next();

    assertThat(appender.next()).isNull();
  }

  @Test
  void a_refused_chunk_ends_the_load_with_the_reason() {
    appender.next();
    ByteBuffer problem = ByteBuffer.wrap("log-gap".getBytes(StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> appender.answered(409, problem))
        .isInstanceOf(Refused.class)
        .hasMessageContainingAll("409", "log-gap");
  }

  private static String text(ByteBuffer request) {
    return StandardCharsets.US_ASCII.decode(request).toString();
  }
}
