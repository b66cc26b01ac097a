package org.laassoa.server.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;
import org.laassoa.server.log.LogPage.Line;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

@ExtendWith(RealPostgres.class)
class LogLinesTest {

  private LinesFixture log;

  @BeforeEach
  void emptyLog(Transactions transactions) {
    log = new LinesFixture(transactions);
  }

  @Test
  void a_line_is_what_ends_with_a_line_feed_and_what_has_none_yet() {
    log.append("one\n\ntwo\r\nthree");

    List<String> texts = log.texts(1, 10);

    assertThat(texts).containsExactly("one", "", "two", "three");
    assertThat(log.log().lines()).isEqualTo(4);
  }

  @Test
  void after_the_last_line_feed_there_is_no_line() {
    log.append("one\n");

    assertThat(log.texts(1, 10)).containsExactly("one");
    assertThat(log.log().lines()).isEqualTo(1);
  }

  @Test
  void lines_characters_and_line_ends_may_be_split_over_chunks() {
    byte[] character = "构".getBytes(UTF_8);
    log.append("a", "b", "c\r", "\n", "x\r\n", "\n");
    log.append(Arrays.copyOf(character, 1));
    log.append(Arrays.copyOfRange(character, 1, 3));
    log.append("\nend");

    List<Line> lines = log.lines(1, 10);

    assertThat(lines.stream().map(Line::text)).containsExactly("abc", "x", "", "构", "end");
    assertThat(lines.stream().map(Line::offset)).containsExactly(0L, 5L, 8L, 9L, 13L);
    assertThat(lines.stream().map(Line::number)).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void a_page_begins_anywhere_and_is_as_long_as_was_asked_for() {
    log.append("1\n2\n", "3\n", "", "4\n5\n6\n");

    assertThat(log.texts(3, 2)).containsExactly("3", "4");
    assertThat(log.texts(6, 9)).containsExactly("6");
    assertThat(log.texts(7, 9)).isEmpty();
    assertThat(log.texts(1_000_000, 9)).isEmpty();
  }

  @Test
  void less_than_none_counts_from_the_end() {
    log.append("1\n2\n3\n4");

    assertThat(log.texts(-2, 10)).containsExactly("3", "4");
    assertThat(log.texts(-100, 2)).containsExactly("1", "2");
  }

  @Test
  void a_log_that_grows_is_seen_with_what_has_come_since() {
    log.append("1\n2");
    log.log();

    log.append("2\n3\n");

    assertThat(log.texts(1, 10)).containsExactly("1", "22", "3");
    assertThat(log.log().lines()).isEqualTo(3);
  }

  @Test
  void every_page_of_many_random_chunks_is_what_the_log_says() {
    byte[] all = randomLog(6_000);
    appendInPieces(all);
    List<String> wanted = new String(all, UTF_8).lines().toList();

    for (int from = 1; from <= wanted.size(); from += 211) {
      int to = Math.min(wanted.size(), from + 149);
      assertThat(log.texts(from, 150)).isEqualTo(wanted.subList(from - 1, to));
      assertThat(log.log().lineAt(log.log().startOf(from))).isEqualTo(from);
    }
  }

  @Test
  void chunks_from_before_lines_were_counted_are_counted_when_somebody_asks() {
    byte[] all = randomLog(5_000);
    appendInPieces(all);
    List<Line> counted = log.lines(100, 500);

    log.forgetCounts();
    log.forgetIndexes();

    assertThat(log.lines(100, 500))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("at")
        .isEqualTo(counted)
        .allSatisfy(line -> assertThat(line.at()).isNull());
  }

  @Test
  void a_line_knows_when_it_came() {
    Instant before = Instant.now().minusSeconds(1);
    log.append("hello\n");

    Line line = log.lines(1, 1).getFirst();

    assertThat(line.at()).isBetween(before, Instant.now().plusSeconds(1));
  }

  @Test
  void of_a_line_of_twenty_megabytes_the_beginning_is_told_and_what_follows_is_found() {
    log.append("first\n");
    byte[] part = "x".repeat(1 << 20).getBytes(UTF_8);
    IntStream.range(0, 20).forEach(i -> log.append(part));
    log.append("\nlast\n");

    List<Line> lines = log.lines(1, 10);

    assertThat(lines.stream().map(Line::cut)).containsExactly(null, true, null);
    assertThat(lines.get(1).text()).hasSize(LogPages.LINE_BYTES);
    assertThat(lines.get(2).text()).isEqualTo("last");
    assertThat(log.texts(3, 1)).containsExactly("last");
  }

  @Test
  void the_last_line_may_be_long_too_and_open() {
    log.append("first\n", "构".repeat(200_000));

    Line line = log.lines(-1, 1).getFirst();

    assertThat(line.cut()).isTrue();
    assertThat(line.text()).isEqualTo("构".repeat(LogPages.LINE_BYTES / 3));
    assertThat(log.log().lines()).isEqualTo(2);
  }

  @Test
  void a_progress_bar_that_wrote_over_itself_for_long_shows_its_last_state() {
    StringBuilder bar = new StringBuilder("first\n");
    IntStream.rangeClosed(0, 100_000).forEach(i -> bar.append("\rdone ").append(i));
    log.append(bar + "\nlast\n");

    List<Line> lines = log.lines(1, 10);

    assertThat(lines.get(1).cut()).isTrue();
    assertThat(TerminalLine.shown(lines.get(1).text())).isEqualTo("done 100000");
    assertThat(lines.get(2).text()).isEqualTo("last");
  }

  @Test
  void a_page_of_long_lines_ends_early() {
    String line = "x".repeat(10_000) + "\n";
    IntStream.range(0, 5).forEach(i -> log.append(line.repeat(100)));

    List<Line> lines = log.lines(1, 500);

    assertThat(lines).hasSize(LogPages.PAGE_BYTES / 10_000 + 1);
  }

  @Test
  void what_retention_has_removed_is_told() {
    log.append("hello\n");
    log.world.sql("DELETE FROM log_chunks");

    assertThatThrownBy(() -> log.log())
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.LOG_REMOVED));
  }

  private static byte[] randomLog(int lines) {
    Random random = new Random(7);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < lines; i++) {
      String text = i + " " + "é构x".repeat(random.nextInt(12));
      out.writeBytes((text + (random.nextInt(5) == 0 ? "\r\n" : "\n")).getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  private void appendInPieces(byte[] all) {
    Random random = new Random(8);
    for (int at = 0; at < all.length; ) {
      int size = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1 + random.nextInt(20_000);
      int end = Math.min(all.length, at + size);
      log.append(Arrays.copyOfRange(all, at, end));
      at = end;
    }
  }
}
