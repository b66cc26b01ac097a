package org.laassoa.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;

@ExtendWith(RealPostgres.class)
class LogOutlinesTest {

  private LinesFixture log;

  @BeforeEach
  void emptyLog(Transactions transactions) {
    log = new LinesFixture(transactions);
  }

  private static String step(String name, String state, Object from, Object to) {
    return """
        {"name": "%s", "state": "%s", "started_at": "2026-11-22T10:00:00Z",
         "log_from": %s, "log_to": %s}"""
        .formatted(name, state, from, to);
  }

  @Test
  void a_step_has_its_first_and_last_line() {
    log.append("agent\n", "a\nb\n", "agent\n", "c\n");
    String steps =
        "["
            + step("checkout", "succeeded", null, null)
            + ","
            + step("compile", "succeeded", 6, 10)
            + ","
            + step("package", "succeeded", 16, 18)
            + ","
            + step("push", "skipped", 18, 18)
            + "]";

    log.end(ActionState.SUCCEEDED, steps);

    assertThat(log.outline().steps())
        .extracting(LogOutline.Step::name, LogOutline.Step::firstLine, LogOutline.Step::lastLine)
        .containsExactly(
            tuple("checkout", null, null),
            tuple("compile", 2L, 3L),
            tuple("package", 5L, 5L),
            tuple("push", null, null));
    assertThat(log.outline().firstError()).isNull();
    assertThat(log.outline().linesTotal()).isEqualTo(5);
    assertThat(log.outline().open()).isFalse();
  }

  @Test
  void the_first_error_is_in_the_failed_step_and_colours_do_not_hide_it() {
    log.append("error in checkout\n", "ok\n\u001b[31mErr\u001b[0mor: no\nerror 2\n");

    log.end(ActionState.FAILED, "[" + step("compile", "failed", 18, 50) + "]");

    assertThat(log.outline().firstError()).isEqualTo(3);
  }

  @Test
  void where_nothing_looks_like_an_error_it_is_the_steps_last_line_that_says_something() {
    log.append("one\ntwo\n \n\n", "agent\n");

    log.end(ActionState.FAILED, "[" + step("compile", "failed", 0, 11) + "]");

    assertThat(log.outline().firstError()).isEqualTo(2);
  }

  @Test
  void where_no_step_failed_it_is_the_last_line_of_the_log() {
    log.append("one\nno disk\n");

    log.end(ActionState.FAILED, "[]");

    assertThat(log.outline().firstError()).isEqualTo(2);
  }

  @Test
  void while_the_build_runs_more_may_come() {
    log.append("one\n");

    LogOutline outline = log.outline();

    assertThat(outline.open()).isTrue();
    assertThat(outline.startedAt()).isNotNull();
  }
}
