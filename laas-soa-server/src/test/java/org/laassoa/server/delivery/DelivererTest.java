package org.laassoa.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.TestJson;
import org.laassoa.server.database.Transactions;

@ExtendWith(RealPostgres.class)
class DelivererTest {

  private final String target = UUID.randomUUID().toString();
  private final Scripted kind = new Scripted();
  private Transactions transactions;
  private Deliverer deliverer;

  @BeforeEach
  void noDeliveries(Transactions given) {
    transactions = given;
    sql("DELETE FROM deliveries");
    deliverer =
        new Deliverer(
            new PendingDeliveries(transactions), List.of(kind), Clock.systemUTC(), settings());
  }

  @Test
  void deliveries_to_one_target_are_made_one_after_the_other_in_order() {
    for (int i = 0; i < 5; i++) {
      add(target, "{\"n\": " + i + "}");
    }

    deliverer.look();

    await().until(() -> count("delivered") == 5);
    assertThat(kind.made)
        .containsExactly("{\"n\": 0}", "{\"n\": 1}", "{\"n\": 2}", "{\"n\": 3}", "{\"n\": 4}");
    assertThat(kind.mostAtOnce.get()).isEqualTo(1);
  }

  @Test
  void one_that_fails_is_tried_later_and_each_try_is_noted() {
    kind.results.add(new DeliveryResult.Retry("it answered 500", 500));
    long id = add(target, "{}");
    deliverer.look();
    await().until(() -> number("SELECT count(*) FROM delivery_tries WHERE status = 500") == 1);
    assertThat(count("pending")).isEqualTo(1);
    sql("UPDATE deliveries SET next_try_at = now() WHERE id = ?", id);

    deliverer.look();

    await().until(() -> count("delivered") == 1);
    assertThat(log().list("scripted", target, 0, 10).getFirst().tries())
        .extracting(DeliveryTry::problem)
        .containsExactly("it answered 500", null);
  }

  @Test
  void one_that_fails_too_often_is_given_up_and_can_be_asked_for_by_hand() {
    kind.results.add(new DeliveryResult.Retry("no"));
    kind.results.add(new DeliveryResult.Retry("no"));
    long id = add(target, "{}");
    deliverer.look();
    await().until(() -> number("SELECT count(*) FROM delivery_tries") == 1);
    sql("UPDATE deliveries SET next_try_at = now() WHERE id = ?", id);
    deliverer.look();
    await().until(() -> count("given_up") == 1);

    boolean known = log().again("scripted", target, id);
    deliverer.look();

    assertThat(known).isTrue();
    await().until(() -> count("delivered") == 1);
    assertThat(log().again("scripted", "another target", id)).isFalse();
  }

  @Test
  void one_that_can_never_work_is_tried_once() {
    kind.results.add(new DeliveryResult.Refused("no such host is called"));
    add(target, "{}");

    deliverer.look();

    await().until(() -> count("refused") == 1);
  }

  @Test
  void a_fault_of_ours_is_tried_again_without_its_message() {
    kind.failure = new IllegalStateException("password=hunter2");
    add(target, "{}");

    deliverer.look();

    await().until(() -> number("SELECT count(*) FROM delivery_tries") == 1);
    assertThat(log().list("scripted", target, 0, 1).getFirst().tries().getFirst().problem())
        .doesNotContain("hunter2");
  }

  @Test
  void a_target_that_takes_long_holds_up_no_other() {
    CountDownLatch mayGo = new CountDownLatch(1);
    kind.slow.put("{\"slow\": true}", mayGo);
    add(target, "{\"slow\": true}");
    add(target, "{\"behind\": true}");
    add("other" + target, "{\"quick\": true}");

    deliverer.look();

    await().until(() -> count("delivered") == 1);
    assertThat(kind.made).contains("{\"quick\": true}").doesNotContain("{\"behind\": true}");
    mayGo.countDown();
    await().until(() -> count("delivered") == 3);
  }

  @Test
  void what_a_server_was_at_when_it_died_is_begun_again() {
    long id = add(target, "{}");
    assertThat(
            new PendingDeliveries(transactions)
                .claim(new PendingDeliveries.Target("scripted", target)))
        .isPresent();
    deliverer.look();
    assertThat(count("pending")).isEqualTo(1);
    sql("UPDATE deliveries SET leased_until = now() - interval '1 second' WHERE id = ?", id);

    deliverer.look();

    await().until(() -> count("delivered") == 1);
  }

  @Test
  void pauses_grow_up_to_a_limit_and_are_spread() {
    LaasConfig.Deliveries usual =
        new SmallRyeConfigBuilder()
            .withMapping(LaasConfig.class)
            .withDefaultValue("laas.home", "unused")
            .build()
            .getConfigMapping(LaasConfig.class)
            .deliveries();

    assertThat(new Pauses(usual, () -> 0.5).after(1)).hasSeconds(10);
    assertThat(new Pauses(usual, () -> 0.5).after(3)).hasSeconds(90);
    assertThat(new Pauses(usual, () -> 0.5).after(9)).hasHours(12);
    assertThat(new Pauses(usual, () -> 0.0).after(1)).hasSeconds(8);
    assertThat(new Pauses(usual, () -> 1.0).after(1)).hasSeconds(12);
    assertThat(new Pauses(usual, () -> 0.5).anotherAfter(10)).isFalse();
  }

  private long add(String subject, String payload) {
    return transactions.run(
        connection -> new Deliveries().add(connection, "scripted", subject, payload));
  }

  private DeliveryLog log() {
    return new DeliveryLog(transactions, TestJson.of(new ObjectMapper().findAndRegisterModules()));
  }

  private static LaasConfig settings() {
    return new SmallRyeConfigBuilder()
        .withMapping(LaasConfig.class)
        .withDefaultValue("laas.home", "unused")
        .withDefaultValue("laas.deliveries.tries", "2")
        .build()
        .getConfigMapping(LaasConfig.class);
  }

  private long count(String state) {
    return number("SELECT count(*) FROM deliveries WHERE state = ?", state);
  }

  private long number(String sql, Object... parameters) {
    return transactions.run(connection -> RealPostgres.number(connection, sql, parameters));
  }

  private void sql(String sql, Object... parameters) {
    transactions.run(connection -> RealPostgres.execute(connection, sql, parameters));
  }

  /** Does as the test says; what nothing is said about, works. */
  private static final class Scripted implements DeliveryKind {
    final Queue<DeliveryResult> results = new ArrayDeque<>();
    final List<String> made = new CopyOnWriteArrayList<>();
    final ConcurrentHashMap<String, CountDownLatch> slow = new ConcurrentHashMap<>();
    final AtomicInteger atOnce = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    volatile RuntimeException failure;

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public DeliveryResult deliver(String payloadJson) {
      mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
      try {
        made.add(payloadJson);
        slow.getOrDefault(payloadJson, new CountDownLatch(0)).await();
        if (failure != null) {
          throw failure;
        }
        synchronized (results) {
          return results.isEmpty() ? new DeliveryResult.Delivered(200) : results.poll();
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      } finally {
        atOnce.decrementAndGet();
      }
    }
  }
}
