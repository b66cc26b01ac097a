package org.laassoa.server.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.Claimed;
import org.laassoa.server.action.Held;
import org.laassoa.server.action.Ownership;
import org.laassoa.server.action.QueueFixture;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;

@ExtendWith(RealPostgres.class)
class EventDispatcherTest {

  private QueueFixture world;
  private long project;

  @BeforeEach
  void emptyQueueAndAProjectWithAFollower(Transactions transactions) {
    world = new QueueFixture(transactions);
    world.sql("DELETE FROM build_events");
    world.sql("DELETE FROM deliveries");
    project = world.project(null, false);
    world.sql("UPDATE projects SET downstream = '[{\"project\": \"next\"}]' WHERE id = ?", project);
  }

  @Test
  void an_action_that_nobody_listens_to_writes_no_event() {
    ActionId build = world.enqueue(0, world.project(null, false));
    run(world.agent(), build);

    assertThat(events()).isZero();
  }

  @Test
  void the_states_of_each_build_are_told_in_order() {
    List<ActionId> builds = List.of(world.enqueue(0, project), world.enqueue(0, project));
    long agent = world.agent();
    world.queue.cancel(builds.get(0));
    run(agent, builds.get(1));
    Noting listener = new Noting();

    dispatcher(listener).dispatch();

    assertThat(listener.of(builds.get(0))).containsExactly("queued", "cancelled");
    assertThat(listener.of(builds.get(1))).containsExactly("queued", "running", "succeeded");
    assertThat(events()).isZero();
  }

  @Test
  void a_build_whose_agent_is_lost_is_queued_once_more() {
    ActionId build = world.enqueue(0, project);
    long agent = world.agent();
    Claimed claimed = world.claim(agent).getFirst();
    world.queue.renew(agent, List.of(new Held(build, claimed.attempt(), null)));
    world.expire(build);
    world.queue.reap();
    Noting listener = new Noting();

    dispatcher(listener).dispatch();

    assertThat(listener.of(build)).containsExactly("queued", "running", "queued");
  }

  @Test
  void after_a_crash_in_between_all_is_told_again_and_written_once() {
    List<ActionId> builds = List.of(world.enqueue(0, project), world.enqueue(0, project));
    BuildEventListener dying =
        (connection, event) -> {
          write(connection, event);
          if (event.build() == builds.get(1).value()) {
            throw new AssertionError("the server dies here");
          }
        };
    assertThatThrownBy(() -> dispatcher(dying).dispatch()).hasMessage("the server dies here");

    dispatcher(EventDispatcherTest::write).dispatch();

    assertThat(written()).isEqualTo(2);
    assertThat(events()).isZero();
  }

  @Test
  void what_fails_for_one_build_holds_up_that_build_alone() {
    ActionId failing = world.enqueue(0, project);
    ActionId fine = world.enqueue(0, project);
    world.queue.cancel(failing);
    Noting listener = new Noting();
    listener.failing.add(failing.value());
    dispatcher(listener).dispatch();
    listener.failing.clear();

    dispatcher(listener).dispatch();

    assertThat(listener.of(fine)).containsExactly("queued");
    assertThat(listener.of(failing)).as("waits for its pause").isEmpty();
    world.sql("UPDATE build_events SET not_before = now()");
    dispatcher(listener).dispatch();
    assertThat(listener.of(failing)).containsExactly("queued", "cancelled");
  }

  @Test
  void while_one_server_tells_no_other_does() {
    world.enqueue(0, project);
    Noting other = new Noting();
    BuildEventListener slow = (connection, event) -> dispatcher(other).dispatch();

    dispatcher(slow).dispatch();

    assertThat(other.told).isEmpty();
  }

  private EventDispatcher dispatcher(BuildEventListener listener) {
    return new EventDispatcher(world.transactions, List.of(listener));
  }

  private void run(long agent, ActionId build) {
    for (Claimed claimed : world.claim(agent, 10)) {
      if (claimed.action().equals(build)) {
        world.queue.renew(agent, List.of(new Held(build, claimed.attempt(), null)));
        world.succeed(new Ownership(build, claimed.attempt(), agent));
      }
    }
  }

  private static void write(Connection connection, BuildEvent event) throws SQLException {
    RealPostgres.execute(
        connection,
        "INSERT INTO deliveries (kind, subject, payload) VALUES ('test', ?, '{}')",
        Long.toString(event.build()));
  }

  private long written() {
    return count("SELECT count(*) FROM deliveries");
  }

  private long events() {
    return count("SELECT count(*) FROM build_events");
  }

  private long count(String sql) {
    return world.transactions.run(connection -> RealPostgres.number(connection, sql));
  }

  private static final class Noting implements BuildEventListener {
    final List<BuildEvent> told = new ArrayList<>();
    final Set<Long> failing = new HashSet<>();

    @Override
    public void on(Connection connection, BuildEvent event) {
      if (failing.contains(event.build())) {
        throw new IllegalStateException("not now");
      }
      told.add(event);
    }

    List<String> of(ActionId build) {
      return told.stream()
          .filter(event -> event.build() == build.value())
          .map(BuildEvent::state)
          .toList();
    }
  }
}
