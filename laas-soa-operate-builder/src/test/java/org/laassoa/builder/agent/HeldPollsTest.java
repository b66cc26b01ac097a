package org.laassoa.builder.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeldPollsTest {

  private long now;
  private final HeldPolls polls = new HeldPolls(() -> now);

  @Test
  void they_are_thought_to_work() {
    assertThat(polls.mayHold(true)).isTrue();
    assertThat(polls.broken()).isFalse();
  }

  @Test
  void after_a_cut_a_plain_poll_is_due() {
    polls.cut();

    assertThat(polls.mayHold(true)).isFalse();
    assertThat(polls.broken()).isFalse();
  }

  @Test
  void two_cuts_while_the_server_answers_plain_polls_break_them() {
    cutByProxy();
    cutByProxy();

    assertThat(polls.broken()).isTrue();
    assertThat(polls.mayHold(true)).isFalse();
  }

  @Test
  void a_server_that_goes_away_breaks_nothing() {
    for (int i = 0; i < 5; i++) {
      polls.cut();
      polls.plainFailed();
    }

    assertThat(polls.broken()).isFalse();
    assertThat(polls.mayHold(true)).isTrue();
  }

  @Test
  void one_that_is_held_to_its_end_between_two_cuts_proves_that_they_work() {
    cutByProxy();
    polls.heldToTheEnd();

    cutByProxy();

    assertThat(polls.broken()).isFalse();
  }

  @Test
  void broken_ones_are_tried_again_later_by_an_idle_agent_alone() {
    cutByProxy();
    cutByProxy();

    now += Duration.ofSeconds(17).toNanos();

    assertThat(polls.mayHold(false)).isFalse();
    assertThat(polls.mayHold(true)).isTrue();
    assertThat(polls.broken()).isTrue();
  }

  @Test
  void each_further_try_comes_later() {
    cutByProxy();
    cutByProxy();
    now += Duration.ofSeconds(17).toNanos();
    cutByProxy();

    now += Duration.ofSeconds(17).toNanos();

    assertThat(polls.mayHold(true)).isFalse();
  }

  @Test
  void a_try_that_is_held_to_its_end_mends_them() {
    cutByProxy();
    cutByProxy();

    polls.heldToTheEnd();

    assertThat(polls.broken()).isFalse();
    assertThat(polls.mayHold(false)).isTrue();
  }

  private void cutByProxy() {
    polls.cut();
    polls.plainAnswered();
  }
}
