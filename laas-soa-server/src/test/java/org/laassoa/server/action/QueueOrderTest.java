package org.laassoa.server.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;

/** Who is handed out first: by priority, then in turns, as far as limits allow. */
@ExtendWith(RealPostgres.class)
class QueueOrderTest {

  private QueueFixture world;

  @BeforeEach
  void emptyQueue(Transactions transactions) {
    world = new QueueFixture(transactions);
  }

  @Test
  void a_higher_priority_goes_first() {
    world.enqueue(0, null);
    ActionId urgent = world.enqueue(5, null);

    List<Claimed> claimed = world.claim(world.agent());

    assertThat(claimed).extracting(Claimed::action).containsExactly(urgent);
  }

  @Test
  void one_build_does_not_wait_behind_the_thousands_of_another_project() {
    long busy = world.project(null, false);
    world.queue.enqueue(
        IntStream.range(0, 1000)
            .mapToObj(i -> QueueFixture.action(List.of(), 1, 0, busy, "main"))
            .toList());
    world.claim(world.agent(), 10);
    ActionId one = world.enqueue(0, world.project(null, false));

    List<Claimed> claimed = world.claim(world.agent(), 2);

    assertThat(claimed).extracting(Claimed::action).contains(one);
  }

  @Test
  void projects_take_turns() {
    long first = world.project(null, false);
    long second = world.project(null, false);
    List<ActionId> ofFirst = IntStream.range(0, 3).mapToObj(i -> world.enqueue(0, first)).toList();
    List<ActionId> ofSecond =
        IntStream.range(0, 3).mapToObj(i -> world.enqueue(0, second)).toList();

    List<ActionId> order = world.claim(world.agent(), 6).stream().map(Claimed::action).toList();

    List<ActionId> alternating = new ArrayList<>();
    IntStream.range(0, 3)
        .forEach(i -> Stream.of(ofFirst.get(i), ofSecond.get(i)).forEach(alternating::add));
    assertThat(order).isEqualTo(alternating);
  }

  @Test
  void who_has_built_much_in_the_past_is_not_punished_for_it() {
    long busy = world.project(null, false);
    IntStream.range(0, 50).forEach(i -> world.enqueue(0, busy));
    world.claim(world.agent(), 50);
    long other = world.project(null, false);
    world.enqueue(0, other);
    world.enqueue(0, other);
    ActionId ofBusy = world.enqueue(0, busy);

    List<Claimed> claimed = world.claim(world.agent(), 2);

    assertThat(claimed).extracting(Claimed::action).contains(ofBusy);
  }

  @Test
  void a_project_has_no_more_under_way_than_it_may() {
    long project = world.project(2, false);
    IntStream.range(0, 5).forEach(i -> world.enqueue(0, project));

    List<Claimed> claimed = world.claim(world.agent(), 5);

    assertThat(claimed).hasSize(2);
  }

  @Test
  void the_next_one_follows_when_one_ends() {
    long project = world.project(1, false);
    world.enqueue(0, project);
    ActionId next = world.enqueue(0, project);
    long agent = world.agent();
    Claimed first = world.claim(agent).getFirst();

    world.succeed(new Ownership(first.action(), 1, agent));

    assertThat(world.claim(agent)).extracting(Claimed::action).containsExactly(next);
  }

  @Test
  void a_cancelled_or_lost_one_makes_room_too() {
    long project = world.project(1, false);
    ActionId cancelled = world.enqueue(0, project);
    ActionId next = world.enqueue(0, project);
    world.queue.cancel(cancelled);

    world.queue.promoteAll();

    assertThat(world.claim(world.agent(), 2)).extracting(Claimed::action).containsExactly(next);
  }

  @Test
  void what_is_held_back_does_not_stand_in_others_way() {
    long limited = world.project(1, false);
    IntStream.range(0, 20).forEach(i -> world.enqueue(0, limited));
    ActionId other = world.enqueue(0, world.project(null, false));

    List<Claimed> claimed = world.claim(world.agent(), 5);

    assertThat(claimed).hasSize(2).extracting(Claimed::action).contains(other);
  }

  @Test
  void a_newer_build_of_a_branch_cancels_those_that_wait() {
    long project = world.project(null, true);
    ActionId older = world.enqueue(QueueFixture.action(List.of(), 2, 0, project, "main"));
    ActionId otherBranch = world.enqueue(QueueFixture.action(List.of(), 2, 0, project, "dev"));

    ActionId newer = world.enqueue(QueueFixture.action(List.of(), 2, 0, project, "main"));

    assertThat(world.state(older)).isEqualTo(ActionState.CANCELLED);
    assertThat(world.state(otherBranch)).isEqualTo(ActionState.QUEUED);
    assertThat(world.state(newer)).isEqualTo(ActionState.QUEUED);
  }

  @Test
  void a_newer_build_leaves_what_runs_alone() {
    long project = world.project(null, true);
    ActionId running = world.enqueue(QueueFixture.action(List.of(), 2, 0, project, "main"));
    world.claim(world.agent());

    world.enqueue(QueueFixture.action(List.of(), 2, 0, project, "main"));

    assertThat(world.state(running)).isEqualTo(ActionState.CONSUMED);
  }

  @Test
  void builds_of_a_project_that_is_gone_are_not_enqueued() {
    var enqueued =
        world.queue.enqueue(List.of(QueueFixture.action(List.of(), 1, 0, 987654321L, "main")));

    assertThat(enqueued).isEmpty();
  }
}
