package org.laassoa.server.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;
import org.laassoa.wire.ActionType;

/** Who gets what requires labels. */
@ExtendWith(RealPostgres.class)
class LanesTest {

  private static final Set<String> NOTHING = Set.of();

  private QueueFixture world;

  @BeforeEach
  void emptyQueue(Transactions transactions) {
    world = new QueueFixture(transactions);
  }

  @Test
  void what_requires_a_label_goes_to_those_that_have_it() {
    ActionId action = enqueue(0, "gpu", "os=linux");
    long without = world.agent();
    long with = world.agent();

    assertThat(world.claim(without, Set.of("gpu"), 1)).isEmpty();
    assertThat(world.claim(with, Set.of("gpu", "os=linux", "fast"), 1))
        .extracting(Claimed::action)
        .containsExactly(action);
  }

  @ParameterizedTest
  @EnumSource(ActionType.class)
  void every_type_of_action_can_be_queued_and_claimed(ActionType type) {
    ActionId action = world.enqueue(action(Lane.open(type), 0, null));

    List<Claimed> claimed = world.claim(world.agent(), NOTHING, 1);

    assertThat(claimed).extracting(Claimed::action).containsExactly(action);
  }

  @Test
  void what_nobody_can_take_is_in_nobodys_way() {
    IntStream.range(0, 500).forEach(i -> enqueue(50, "moon"));
    ActionId action = world.enqueue();

    List<Claimed> claimed = world.claim(world.agent(), NOTHING, 1);

    assertThat(claimed).extracting(Claimed::action).containsExactly(action);
  }

  @Test
  void priority_holds_across_lanes() {
    ActionId plain = world.enqueue(1, null);
    ActionId labelled = enqueue(2, "gpu");
    ActionId last = enqueue(0, "gpu");

    List<Claimed> claimed = world.claim(world.agent(), Set.of("gpu"), 3);

    assertThat(claimed).extracting(Claimed::action).containsExactly(labelled, plain, last);
  }

  @Test
  void what_is_asked_of_one_agent_goes_to_that_one() {
    long other = world.agent();
    long asked = world.agent();
    ActionId action = world.enqueue(action(Lane.of(ActionType.CLEAN, asked), 0, null));

    assertThat(world.claim(other, Set.of(Lane.agentLabel(other)), 1)).isEmpty();
    assertThat(world.claim(asked, Set.of(Lane.agentLabel(asked)), 1))
        .extracting(Claimed::action)
        .containsExactly(action);
  }

  @Test
  void a_newcomer_with_labels_does_not_overtake_those_who_wait() {
    long busy = world.project(null, false);
    IntStream.range(0, 20).forEach(i -> world.enqueue(0, busy));
    world.claim(world.agent(), 10);
    long newcomer = world.project(null, false);
    IntStream.range(0, 10).forEach(i -> world.enqueue(action(lane("gpu"), 0, newcomer)));

    List<Claimed> claimed = world.claim(world.agent(), Set.of("gpu"), 4);

    assertThat(claimed.stream().filter(one -> labelled(one.action())).count()).isEqualTo(2);
  }

  @Test
  void a_lane_is_known_until_a_claim_finds_nothing_in_it() {
    enqueue(0, "gpu");
    Offer offer = QueueFixture.offer(Set.of("gpu"));
    Offer nothingOpen = new Offer(Set.of(ActionType.BUILD), Set.of("gpu"));
    world.claim(world.agent(), Set.of("gpu"), 1);

    boolean before = world.memory.readyWork().mayHave(nothingOpen);
    world.claim(world.agent(), Set.of("gpu"), 1);

    assertThat(before).isTrue();
    assertThat(world.memory.readyWork().mayHave(nothingOpen)).isFalse();
    assertThat(world.memory.readyWork().lanesFor(offer))
        .containsExactlyInAnyOrderElementsOf(
            List.of(ActionType.values()).stream().map(Lane::open).toList());
  }

  @Test
  void who_cannot_serve_a_lane_is_not_sent_to_the_database_for_it() {
    long agent = world.agent();
    world.claim(agent, NOTHING, 1);

    enqueue(0, "gpu");

    assertThat(world.memory.readyWork().mayHave(QueueFixture.offer(Set.of("os=linux")))).isFalse();
    assertThat(world.memory.readyWork().mayHave(QueueFixture.offer(Set.of("gpu")))).isTrue();
  }

  private boolean labelled(ActionId action) {
    return world.transactions.run(
            connection ->
                RealPostgres.number(
                    connection,
                    "SELECT count(*) FROM actions WHERE id = ? AND requirement <> ''",
                    action.value()))
        == 1;
  }

  private ActionId enqueue(int priority, String... labels) {
    return world.enqueue(action(lane(labels), priority, null));
  }

  private static Lane lane(String... labels) {
    return Lane.requiring(ActionType.BUILD, List.of(labels));
  }

  private static NewAction action(Lane lane, int priority, Long project) {
    NewAction plain = QueueFixture.action(List.of(), 2, priority, project, null);
    return new NewAction(
        lane,
        priority,
        plain.plan(),
        plain.scriptRevisionId(),
        plain.unrepeatableSteps(),
        plain.maxAttempts(),
        plain.subject());
  }
}
