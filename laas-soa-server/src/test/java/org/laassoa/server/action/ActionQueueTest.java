package org.laassoa.server.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;

@ExtendWith(RealPostgres.class)
class ActionQueueTest {

  private QueueFixture world;

  @BeforeEach
  void emptyQueue(Transactions transactions) {
    world = new QueueFixture(transactions);
  }

  @Test
  void a_claim_hands_out_the_oldest_action_first() {
    ActionId older = world.enqueue();
    world.enqueue();

    List<Claimed> claimed = world.claim(world.agent());

    assertThat(claimed).extracting(Claimed::action).containsExactly(older);
    assertThat(claimed).extracting(Claimed::attempt).containsExactly(1);
    assertThat(world.state(older)).isEqualTo(ActionState.CONSUMED);
  }

  @Test
  void a_claim_hands_out_no_more_than_the_agent_takes() {
    IntStream.range(0, 5).forEach(i -> world.enqueue());

    List<Claimed> claimed = world.claim(world.agent(), 3);

    assertThat(claimed).hasSize(3);
  }

  @Test
  void agents_that_claim_at_once_never_get_the_same_action() throws Exception {
    int agents = 8;
    IntStream.range(0, 40).forEach(i -> world.enqueue());
    CyclicBarrier together = new CyclicBarrier(agents);
    Callable<List<Claimed>> claim =
        () -> {
          long agent = world.agent();
          together.await();
          return world.claim(agent, 5);
        };

    List<ActionId> claimed = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Claimed>>> running =
          IntStream.range(0, agents).mapToObj(i -> threads.submit(claim)).toList();
      for (Future<List<Claimed>> one : running) {
        one.get().forEach(each -> claimed.add(each.action()));
      }
    }

    assertThat(claimed).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void an_action_whose_row_another_claim_holds_is_passed_over() {
    ActionId held = world.enqueue();
    ActionId free = world.enqueue();
    long agent = world.agent();

    List<Claimed> claimed =
        world.transactions.run(
            connection -> {
              RealPostgres.number(
                  connection, "SELECT id FROM actions WHERE id = ? FOR UPDATE", held.value());
              return world.claim(agent, 2);
            });

    assertThat(claimed).extracting(Claimed::action).containsExactly(free);
  }

  @Test
  void a_lost_answer_is_handed_out_again_with_the_same_attempt() {
    ActionId action = world.enqueue();
    long agent = world.agent();
    world.claim(agent);

    List<Claimed> again = world.queue.handOutAgain(agent, List.of());

    assertThat(again).extracting(Claimed::action).containsExactly(action);
    assertThat(again).extracting(Claimed::attempt).containsExactly(1);
  }

  @Test
  void what_the_agent_holds_is_not_handed_out_again() {
    ActionId action = world.enqueue();
    long agent = world.agent();
    world.claim(agent);

    List<Claimed> again = world.queue.handOutAgain(agent, List.of(action));

    assertThat(again).isEmpty();
  }

  @Test
  void holding_an_action_acknowledges_it() {
    ActionId action = world.enqueue();
    long agent = world.agent();
    world.claim(agent);

    List<Renewal> renewals = world.queue.renew(agent, List.of(new Held(action, 1, "compile")));

    assertThat(renewals).hasOnlyElementsOfType(Renewal.Renewed.class);
    assertThat(world.state(action)).isEqualTo(ActionState.RUNNING);
    assertThat(world.queue.handOutAgain(agent, List.of())).isEmpty();
  }

  @Test
  void those_who_watch_are_told_of_a_new_step_and_of_no_other_renewal() {
    long agent = world.agent();
    ActionId action = world.enqueue();
    world.claim(agent);
    world.queue.renew(agent, List.of(new Held(action, 1, "checkout")));
    long before = world.signals.changes();

    world.queue.renew(agent, List.of(new Held(action, 1, "checkout")));
    long same = world.signals.changes();
    world.queue.renew(agent, List.of(new Held(action, 1, "compile")));

    assertThat(same).isEqualTo(before);
    assertThat(world.signals.changes()).isGreaterThan(before);
  }

  @Test
  void an_attempt_that_is_not_the_current_one_is_lost() {
    ActionId action = world.enqueue();
    long agent = world.agent();
    world.claim(agent);

    List<Renewal> renewals = world.queue.renew(agent, List.of(new Held(action, 2, null)));

    assertThat(renewals).hasOnlyElementsOfType(Renewal.Lost.class);
  }

  @Test
  void another_agents_action_is_lost() {
    ActionId action = world.enqueue();
    world.claim(world.agent());

    List<Renewal> renewals = world.queue.renew(world.agent(), List.of(new Held(action, 1, null)));

    assertThat(renewals).hasOnlyElementsOfType(Renewal.Lost.class);
  }

  @Test
  void expired_lease_returns_the_action_to_the_queue() {
    ActionId action = world.enqueue();
    world.claim(world.agent());
    world.expire(action);

    int reaped = world.queue.reap();

    assertThat(reaped).isEqualTo(1);
    assertThat(world.state(action)).isEqualTo(ActionState.QUEUED);
    assertThat(world.claim(world.agent())).extracting(Claimed::attempt).containsExactly(2);
  }

  @Test
  void a_lease_that_has_not_expired_is_left_alone() {
    ActionId action = world.enqueue();
    world.claim(world.agent());

    int reaped = world.queue.reap();

    assertThat(reaped).isZero();
    assertThat(world.state(action)).isEqualTo(ActionState.CONSUMED);
  }

  @Test
  void expired_lease_fails_the_action_when_no_attempts_are_left() {
    ActionId action = world.enqueue(List.of(), 1);
    world.claim(world.agent());
    world.expire(action);

    world.queue.reap();

    assertThat(world.state(action)).isEqualTo(ActionState.FAILED);
  }

  @Test
  void expired_lease_fails_the_action_when_its_step_must_not_run_twice() {
    ActionId action = world.enqueue(List.of("compile"), 3);
    long agent = world.agent();
    world.claim(agent);
    world.queue.renew(agent, List.of(new Held(action, 1, "compile")));
    world.expire(action);

    world.queue.reap();

    assertThat(world.state(action)).isEqualTo(ActionState.FAILED);
  }

  @Test
  void expired_lease_fails_the_action_after_a_step_that_must_not_run_twice() {
    ActionId action = world.enqueue(List.of("compile"), 3);
    long agent = world.agent();
    world.claim(agent);
    world.queue.renew(agent, List.of(new Held(action, 1, "compile")));
    world.queue.renew(agent, List.of(new Held(action, 1, "package")));
    world.expire(action);

    world.queue.reap();

    assertThat(world.state(action)).isEqualTo(ActionState.FAILED);
  }

  @Test
  void expired_lease_requeues_an_action_before_the_step_that_must_not_run_twice() {
    ActionId action = world.enqueue(List.of("compile"), 3);
    long agent = world.agent();
    world.claim(agent);
    world.queue.renew(agent, List.of(new Held(action, 1, "checkout")));
    world.expire(action);

    world.queue.reap();

    assertThat(world.state(action)).isEqualTo(ActionState.QUEUED);
  }

  @Test
  void expired_lease_cancels_an_action_that_was_to_be_cancelled() {
    ActionId action = world.enqueue();
    world.claim(world.agent());
    world.queue.cancel(action);
    world.expire(action);

    world.queue.reap();

    assertThat(world.state(action)).isEqualTo(ActionState.CANCELLED);
  }

  @Test
  void the_report_of_a_former_owner_changes_nothing() {
    ActionId action = world.enqueue();
    long former = world.agent();
    world.claim(former);
    world.expire(action);
    world.queue.reap();
    long owner = world.agent();
    world.claim(owner);

    boolean accepted = world.succeed(new Ownership(action, 1, former));

    assertThat(accepted).isFalse();
    assertThat(world.state(action)).isEqualTo(ActionState.CONSUMED);
    assertThat(world.succeed(new Ownership(action, 2, owner))).isTrue();
  }

  @Test
  void the_end_can_be_reported_again() {
    ActionId action = world.enqueue();
    long agent = world.agent();
    world.claim(agent);
    Ownership owner = new Ownership(action, 1, agent);
    world.succeed(owner);

    boolean known = world.succeed(owner);

    assertThat(known).isTrue();
    assertThat(world.state(action)).isEqualTo(ActionState.SUCCEEDED);
  }

  @Test
  void a_queued_action_is_cancelled_at_once() {
    ActionId action = world.enqueue();

    var state = world.queue.cancel(action);

    assertThat(state).contains(ActionState.CANCELLED);
    assertThat(world.claim(world.agent())).isEmpty();
  }

  @Test
  void a_running_action_is_cancelled_by_an_order_to_its_owner() {
    ActionId action = world.enqueue();
    long agent = world.agent();
    world.claim(agent);
    world.queue.cancel(action);

    List<Renewal> renewals = world.queue.renew(agent, List.of(new Held(action, 1, null)));

    assertThat(renewals).hasOnlyElementsOfType(Renewal.CancelRequested.class);
    assertThat(world.state(action)).isEqualTo(ActionState.RUNNING);
  }

  @Test
  void an_end_that_came_before_the_cancel_stands() {
    ActionId action = world.enqueue();
    long agent = world.agent();
    world.claim(agent);
    world.succeed(new Ownership(action, 1, agent));

    var state = world.queue.cancel(action);

    assertThat(state).contains(ActionState.SUCCEEDED);
  }

  @Test
  void what_has_not_ended_is_counted_by_state() {
    world.enqueue();
    world.enqueue();
    ActionId ended = world.enqueue();
    world.queue.cancel(ended);
    world.claim(world.agent());

    var counts = world.queue.countUnended();

    assertThat(counts)
        .containsOnly(Map.entry(ActionState.QUEUED, 1L), Map.entry(ActionState.CONSUMED, 1L));
  }

  @Test
  void scripts_are_fetched_only_by_who_holds_an_action_that_pins_them() {
    ActionId action = world.enqueue();
    long agent = world.agent();
    world.claim(agent);

    boolean holder = world.queue.holdsScripts(agent, 1);

    assertThat(holder).isTrue();
    assertThat(world.queue.holdsScripts(agent, 2)).isFalse();
    assertThat(world.queue.holdsScripts(world.agent(), 1)).isFalse();
    world.succeed(new Ownership(action, 1, agent));
    assertThat(world.queue.holdsScripts(agent, 1)).isFalse();
  }
}
