package org.laassoa.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;
import org.laassoa.server.log.LogMatches.Match;
import org.laassoa.server.log.LogMatches.Range;
import org.laassoa.server.problem.ProblemException;

@ExtendWith(RealPostgres.class)
class LogSearchTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private LinesFixture log;

  @BeforeEach
  void emptyLog(Transactions transactions) {
    log = new LinesFixture(transactions);
  }

  @Test
  void matches_are_found_across_the_borders_of_chunks() {
    log.append("a nee", "dle here\nnothing\nneed", "le and needle");

    LogSearch.Found found = search("needle", false, false).in(log.log(), 1);

    assertThat(found.matches())
        .containsExactly(
            new Match(1, List.of(new Range(2, 8))),
            new Match(3, List.of(new Range(0, 6), new Range(11, 17))));
    assertThat(found.count()).isEqualTo(3);
    assertThat(found.next()).isNull();
  }

  @Test
  void columns_are_those_of_what_a_terminal_shows() {
    log.append("\u001b[31mred \u001b[1mer", "ror\u001b[0m\n10%\r100% error\n");

    LogSearch.Found found = search("error", false, false).in(log.log(), 1);

    assertThat(found.matches())
        .containsExactly(
            new Match(1, List.of(new Range(4, 9))), new Match(2, List.of(new Range(5, 10))));
  }

  @Test
  void case_counts_only_when_that_is_wanted() {
    log.append("Straße ÄRGER\närger\n");

    assertThat(lines(search("ärger", false, false))).containsExactly(1L, 2L);
    assertThat(lines(search("ärger", true, false))).containsExactly(2L);
  }

  @Test
  void a_character_that_grows_in_lower_case_moves_no_column() {
    log.append("İİ Here\n");

    LogSearch.Found found = search("here", false, false).in(log.log(), 1);

    assertThat(found.matches()).containsExactly(new Match(1, List.of(new Range(3, 7))));
  }

  @Test
  void a_regular_expression_is_looked_for_in_each_line() {
    log.append("took 15 ms\ntook long\ntook 7 ms\n");

    assertThat(lines(search("took \\d+ ms$", false, true))).containsExactly(1L, 3L);
  }

  @Test
  void what_is_not_regular_is_text() {
    log.append("a.c\nabc\n");

    assertThat(lines(search("a.c", false, false))).containsExactly(1L);
  }

  @Test
  void after_so_many_lines_it_says_where_to_go_on() {
    log.append("x\nx\nx\n");

    LogSearch.Found found =
        new LogSearch(LogPattern.of("x", false, false), 2, LONG).in(log.log(), 1);

    assertThat(found.matches()).hasSize(2);
    assertThat(found.next()).isEqualTo(3);
  }

  @Test
  void at_the_end_of_its_time_it_says_where_to_go_on() {
    IntStream.range(0, 8).forEach(i -> log.append("no match in this line\n".repeat(10_000)));
    log.append("needle\n");
    LogSearch search = new LogSearch(LogPattern.of("needle", false, false), 10, Duration.ZERO);

    LogSearch.Found found = search.in(log.log(), 1);
    int calls = 1;
    while (found.next() != null) {
      found = search.in(log.log(), found.next());
      calls++;
    }

    assertThat(calls).isGreaterThan(10);
    assertThat(found.matches()).extracting(Match::line).containsExactly(80_001L);
  }

  @Test
  void a_line_with_very_many_matches_tells_the_first_hundred() {
    log.append("x".repeat(1000) + "\n");

    LogSearch.Found found = search("x", false, false).in(log.log(), 1);

    assertThat(found.count()).isEqualTo(100);
  }

  @Test
  void a_line_of_which_only_the_beginning_is_searched_is_named() {
    log.append("short\n" + "x".repeat(LogSearch.LINE_BYTES) + "needle\nneedle\n");

    LogSearch.Found found = search("needle", false, false).in(log.log(), 1);

    assertThat(found.matches()).extracting(Match::line).containsExactly(3L);
    assertThat(found.partly()).containsExactly(2L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[a-", "(a{500}){500}", "a**"})
  void what_is_no_pattern_is_refused_at_its_field(String pattern) {
    assertThatThrownBy(() -> LogPattern.of(pattern, false, true))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.errors().getFirst().field()).isEqualTo("q"));
  }

  private static LogSearch search(String query, boolean matchCase, boolean regex) {
    return new LogSearch(LogPattern.of(query, matchCase, regex), 1000, LONG);
  }

  private List<Long> lines(LogSearch search) {
    return search.in(log.log(), 1).matches().stream().map(Match::line).toList();
  }
}
