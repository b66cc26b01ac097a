package org.laassoa.builder.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.server.LogAppended;
import org.laassoa.builder.server.ServerFailure.ServerUnreachable;
import org.laassoa.builder.testing.ScriptedConnection;

class LogShipperTest {

  @TempDir Path folder;

  private final ScriptedConnection server = new ScriptedConnection();

  @Test
  void everything_is_sent_when_the_spool_is_closed() throws Exception {
    Spool spool = written("one\ntwo");

    boolean all = new LogShipper(server, "7", 1, spool).ship(0);

    assertThat(all).isTrue();
    assertThat(server.log.toString(StandardCharsets.UTF_8)).isEqualTo("one\ntwo\n");
  }

  @Test
  void many_full_chunks_and_a_rest_arrive_as_they_are() throws Exception {
    String text =
        new Random(1)
            .ints(13_000_000, 'a', 'z')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    new LogShipper(server, "7", 1, written(text)).ship(0);

    assertThat(server.log.toString(StandardCharsets.UTF_8).equals(text + "\n")).isTrue();
  }

  @Test
  void a_full_chunk_whose_request_failed_is_sent_again_unchanged() throws Exception {
    String text = "x".repeat(5_000_000);
    server.fail(new ServerUnreachable("refused", new IOException()));

    new LogShipper(server, "7", 1, written(text)).ship(0);

    assertThat(server.log.size()).isEqualTo(5_000_001);
  }

  @Test
  void a_gap_is_filled_from_the_offset_wanted() throws Exception {
    Spool spool = written("abcdef");
    server.log.writeBytes("abc".getBytes(StandardCharsets.UTF_8));
    server.answerLog(new LogAppended.Gap(3));

    new LogShipper(server, "7", 1, spool).ship(5);

    assertThat(server.log.toString(StandardCharsets.UTF_8)).isEqualTo("abcdef\n");
  }

  @Test
  void a_superseded_attempt_sends_nothing_more() throws Exception {
    server.answerLog(new LogAppended.Superseded());

    boolean all = new LogShipper(server, "7", 1, written("text")).ship(0);

    assertThat(all).isFalse();
    assertThat(server.log.size()).isZero();
  }

  @Test
  void a_server_that_is_away_is_waited_for() throws Exception {
    server.fail(new ServerUnreachable("refused", new IOException()));

    boolean all = new LogShipper(server, "7", 1, written("text")).ship(0);

    assertThat(all).isTrue();
  }

  private Spool written(String text) {
    try (BuildLog log = BuildLog.open(folder.resolve("log"), List.of())) {
      log.line(text);
      return log.spool();
    }
  }
}
