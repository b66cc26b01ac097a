package org.laassoa.server.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;

/** What agents give back that end. */
@ExtendWith(RealPostgres.class)
class HandBackTest {

  private static final String STEPS = "[{\"name\": \"compile\", \"state\": \"running\"}]";

  private QueueFixture world;
  private long agent;

  @BeforeEach
  void emptyQueue(Transactions transactions) {
    world = new QueueFixture(transactions);
    agent = world.agent();
  }

  @Test
  void what_is_handed_back_waits_for_the_next_at_once() {
    ActionId action = world.enqueue();
    world.claim(agent);

    var state = world.queue.handBack(handBack(action, 1));

    assertThat(state).contains(ActionState.QUEUED);
    assertThat(world.claim(world.agent())).extracting(Claimed::attempt).containsExactly(2);
  }

  @Test
  void an_attempt_that_is_handed_back_does_not_count() {
    ActionId action = world.enqueue(List.of(), 1);
    for (int attempt = 1; attempt <= 3; attempt++) {
      world.claim(agent);
      world.queue.handBack(handBack(action, attempt));
    }
    world.claim(agent);
    world.expire(action);

    world.queue.reap();

    assertThat(world.state(action)).isEqualTo(ActionState.FAILED);
  }

  @Test
  void the_history_says_how_it_ended() {
    ActionId action = world.enqueue();
    world.claim(agent);

    world.queue.handBack(handBack(action, 1));

    long noted =
        world.transactions.run(
            connection ->
                RealPostgres.number(
                    connection,
                    """
                    SELECT count(*) FROM former_attempts
                    WHERE action_id = ? AND outcome ->> 'result' = 'handed_back'
                      AND steps #>> '{0,state}' = 'failed'
                    """,
                    action.value()));
    assertThat(noted).isEqualTo(1);
  }

  @Test
  void what_has_begun_a_step_that_must_not_run_twice_fails() {
    ActionId action = world.enqueue(List.of("compile"), 2);
    world.claim(agent);

    var state = world.queue.handBack(handBack(action, 1));

    assertThat(state).contains(ActionState.FAILED);
  }

  @Test
  void what_somebody_has_cancelled_ends_as_cancelled() {
    ActionId action = world.enqueue();
    world.claim(agent);
    world.queue.cancel(action);

    var state = world.queue.handBack(handBack(action, 1));

    assertThat(state).contains(ActionState.CANCELLED);
  }

  @Test
  void who_does_not_own_it_changes_nothing() {
    ActionId action = world.enqueue();
    world.claim(agent);
    world.expire(action);
    world.queue.reap();
    world.claim(world.agent());

    var state = world.queue.handBack(handBack(action, 1));

    assertThat(state).isEmpty();
    assertThat(world.state(action)).isEqualTo(ActionState.CONSUMED);
  }

  private HandBack handBack(ActionId action, int attempt) {
    return new HandBack(
        new Ownership(action, attempt, agent),
        "{\"result\": \"handed_back\", \"step\": \"compile\"}",
        STEPS);
  }
}
