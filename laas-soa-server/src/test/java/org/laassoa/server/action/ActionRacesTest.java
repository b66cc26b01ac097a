package org.laassoa.server.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;
import org.laassoa.server.log.QueueLog;
import org.laassoa.wire.ActionType;

/**
 * Each race of the protocol, in both orders. The one that comes first has done its work and not
 * committed; the other either passes the row over or waits, and then finds what the first has made
 * of it.
 */
@ExtendWith(RealPostgres.class)
class ActionRacesTest {

  private QueueFixture world;
  private ActionId action;
  private long agent;
  private Ownership owner;

  @BeforeEach
  void anActionWhoseLeaseHasEnded(Transactions transactions) {
    world = new QueueFixture(transactions);
    action = world.enqueue();
    agent = world.agent();
    world.claim(agent);
    owner = new Ownership(action, 1, agent);
  }

  @Test
  void an_end_before_the_reaper_stands() throws Exception {
    world.expire(action);
    try (var end = open(this::complete)) {
      int reaped = world.queue.reap();

      assertThat(reaped).isZero();
      end.commit();
    }
    assertThat(world.queue.reap()).isZero();
    assertThat(world.state(action)).isEqualTo(ActionState.SUCCEEDED);
  }

  @Test
  void an_end_after_the_reaper_is_refused() throws Exception {
    world.expire(action);
    try (var reap = open(Reaping::requeue)) {
      Future<Completed> end = reap.block(() -> world.complete(owner, null));

      reap.commit();

      assertThat(end.get()).isEqualTo(new Completed.Superseded());
    }
    assertThat(world.state(action)).isEqualTo(ActionState.QUEUED);
  }

  @Test
  void log_before_the_reaper_leaves_the_action_to_its_owner() throws Exception {
    world.expire(action);
    try (var append = open(connection -> AttemptLogs.lock(connection, List.of(owner)))) {
      int reaped = world.queue.reap();

      assertThat(reaped).isZero();
      assertThat(append.commit()).containsKey(owner);
    }
  }

  @Test
  void log_after_the_reaper_is_refused() throws Exception {
    QueueLog log = QueueLog.of(world);
    world.expire(action);
    try (var reap = open(Reaping::requeue)) {
      Future<Boolean> stored = reap.block(() -> log.append(owner, "late"));

      reap.commit();

      assertThat(stored.get()).isFalse();
    }
    assertThat(log.length(action, 1)).isZero();
  }

  @Test
  void a_renewal_before_the_reaper_keeps_the_action() throws Exception {
    world.expire(action);
    try (var renewal = open(this::renew)) {
      int reaped = world.queue.reap();

      assertThat(reaped).isZero();
      renewal.commit();
    }
    assertThat(world.queue.reap()).isZero();
    assertThat(world.state(action)).isEqualTo(ActionState.RUNNING);
  }

  @Test
  void a_renewal_after_the_reaper_is_told_that_it_is_lost() throws Exception {
    world.expire(action);
    try (var reap = open(Reaping::requeue)) {
      Future<List<Renewal>> renewal =
          reap.block(() -> world.queue.renew(agent, List.of(new Held(action, 1, null))));

      reap.commit();

      assertThat(renewal.get()).hasOnlyElementsOfType(Renewal.Lost.class);
    }
  }

  @Test
  void of_two_claims_of_one_row_the_second_finds_nothing() throws Exception {
    ActionId wanted = world.enqueue();
    long second = world.agent();
    try (var first = open(connection -> claim(connection, world.agent()))) {
      List<Claimed> claimed = world.claim(second);

      assertThat(claimed).isEmpty();
      assertThat(first.commit()).extracting(Claimed::action).containsExactly(wanted);
    }
    assertThat(world.claim(second)).isEmpty();
  }

  @Test
  void what_is_being_acknowledged_is_not_handed_out_again() throws Exception {
    try (var renewal = open(this::renew)) {
      Future<List<Claimed>> again = renewal.block(() -> world.queue.handOutAgain(agent, List.of()));

      renewal.commit();

      assertThat(again.get()).isEmpty();
    }
  }

  @Test
  void what_is_being_handed_out_again_can_be_acknowledged() throws Exception {
    Claiming claiming = new Claiming(30_000);
    try (var again = open(connection -> claiming.handOutAgain(connection, agent, List.of()))) {
      Future<List<Renewal>> renewal =
          again.block(() -> world.queue.renew(agent, List.of(new Held(action, 1, null))));

      assertThat(again.commit()).extracting(Claimed::attempt).containsExactly(1);

      assertThat(renewal.get()).hasOnlyElementsOfType(Renewal.Renewed.class);
    }
  }

  @Test
  void a_cancel_after_the_end_changes_nothing() throws Exception {
    try (var end = open(this::complete)) {
      Future<?> cancel = end.block(() -> world.queue.cancel(action));

      end.commit();

      cancel.get();
    }
    assertThat(world.state(action)).isEqualTo(ActionState.SUCCEEDED);
  }

  @Test
  void an_end_after_the_cancel_is_what_became_of_it() throws Exception {
    try (var cancel = open(connection -> Cancelling.cancel(connection, action))) {
      Future<Completed> end = cancel.block(() -> world.complete(owner, null));

      cancel.commit();

      assertThat(end.get()).isEqualTo(new Completed.Ended(ActionState.SUCCEEDED));
    }
  }

  @Test
  void a_cancel_that_meets_a_claim_becomes_an_order_to_the_owner() throws Exception {
    ActionId queued = world.enqueue();
    long claimer = world.agent();
    try (var claim = open(connection -> claim(connection, claimer))) {
      Future<?> cancel = claim.block(() -> world.queue.cancel(queued));

      claim.commit();

      cancel.get();
    }
    assertThat(world.queue.renew(claimer, List.of(new Held(queued, 1, null))))
        .hasOnlyElementsOfType(Renewal.CancelRequested.class);
  }

  @Test
  void a_claim_that_meets_a_cancel_finds_nothing() throws Exception {
    ActionId queued = world.enqueue();
    try (var cancel = open(connection -> Cancelling.cancel(connection, queued))) {
      List<Claimed> claimed = world.claim(world.agent());

      assertThat(claimed).isEmpty();
      cancel.commit();
    }
    assertThat(world.state(queued)).isEqualTo(ActionState.CANCELLED);
  }

  @Test
  void a_late_report_finds_the_next_owner_and_changes_nothing() throws Exception {
    world.expire(action);
    world.queue.reap();
    long next = world.agent();
    try (var claim = open(connection -> claim(connection, next))) {
      Completed late = world.complete(owner, null);

      assertThat(late).isEqualTo(new Completed.Superseded());
      claim.commit();
    }
    assertThat(world.complete(owner, null)).isEqualTo(new Completed.Superseded());
    assertThat(world.succeed(new Ownership(action, 2, next))).isTrue();
  }

  @Test
  void two_servers_that_reap_at_once_take_an_action_back_once() throws Exception {
    world.expire(action);
    try (var first = open(Reaping::requeue)) {
      int second = world.queue.reap();

      assertThat(second).isZero();
      assertThat(first.commit()).hasSize(1);
    }
    assertThat(world.queue.reap()).isZero();
    assertThat(world.claim(world.agent())).extracting(Claimed::attempt).containsExactly(2);
  }

  @Test
  void the_same_end_reported_twice_at_once_is_one_end() throws Exception {
    try (var first = open(this::complete)) {
      Future<Completed> second = first.block(() -> world.complete(owner, null));

      first.commit();

      assertThat(second.get()).isEqualTo(new Completed.Ended(ActionState.SUCCEEDED));
    }
  }

  private <T> OpenTransaction<T> open(Transactions.Work<T> work) {
    return OpenTransaction.after(world.transactions, work);
  }

  private List<Ending.End> complete(Connection connection) throws SQLException {
    return Ending.complete(connection, List.of(QueueFixture.completion(owner, null)));
  }

  private List<List<Renewal>> renew(Connection connection) throws SQLException {
    return new Leasing(30_000)
        .renew(
            connection,
            List.of(new Leasing.Holder(agent, List.of(new Held(action, 1, "compile")))));
  }

  private static List<Claimed> claim(Connection connection, long agent) throws SQLException {
    ClaimRequest request = new ClaimRequest(agent, "agent", QueueFixture.offer(Set.of()), 1);
    return new Claiming(30_000)
        .claim(connection, List.of(request), any -> Set.of(Lane.open(ActionType.BUILD)))
        .getFirst();
  }
}
