package org.laassoa.server.agentwire;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.action.ActionQueue;
import org.laassoa.server.action.Claimed;
import org.laassoa.server.action.Held;
import org.laassoa.server.action.ReadySignal;
import org.laassoa.server.action.Renewal;
import org.laassoa.server.agent.Agent;
import org.laassoa.server.build.HandOut;
import org.laassoa.wire.ActionOrder;

/** What a poll does: renew what is held, hand out again what was lost, hand out what is new. */
@ApplicationScoped
class Consumption {

  /** How long a held poll trusts the signal before it looks at the queue itself. */
  private static final Duration TRUST = Duration.ofSeconds(1);

  private final ActionQueue queue;
  private final HandOut handOut;
  private final ReadySignal readySignal;
  private final int leaseSeconds;

  Consumption(ActionQueue queue, HandOut handOut, ReadySignal readySignal, LaasConfig config) {
    this.queue = queue;
    this.handOut = handOut;
    this.readySignal = readySignal;
    this.leaseSeconds = (int) Math.max(1, config.lease().toSeconds());
  }

  /** Answers one poll, held for as long as it allows while there is nothing to say. */
  List<ActionOrder> consume(Agent agent, Poll poll) throws InterruptedException {
    long deadline = System.nanoTime() + poll.patience().toNanos();
    while (true) {
      long seen = readySignal.changes();
      List<ActionOrder> orders = once(agent, poll);
      long left = deadline - System.nanoTime();
      if (!orders.isEmpty() || left <= 0) {
        return orders;
      }
      readySignal.await(
          seen, TRUST.compareTo(Duration.ofNanos(left)) < 0 ? TRUST : Duration.ofNanos(left));
    }
  }

  private List<ActionOrder> once(Agent agent, Poll poll) {
    List<ActionOrder> orders = new ArrayList<>();
    queue.renew(agent.id(), poll.held()).stream()
        .map(Consumption::order)
        .flatMap(Optional::stream)
        .forEach(orders::add);
    poll.unknown().stream()
        .map(unknown -> ActionOrder.abandon(unknown.actionId(), unknown.attempt()))
        .forEach(orders::add);
    List<Claimed> again =
        queue.handOutAgain(agent.id(), poll.held().stream().map(Held::action).toList());
    List<Claimed> fresh =
        queue.claim(agent.id(), agent.name(), poll.types(), poll.room() - again.size());
    Stream.concat(again.stream(), fresh.stream())
        .map(claimed -> order(agent, claimed))
        .flatMap(Optional::stream)
        .forEach(orders::add);
    return orders;
  }

  private static Optional<ActionOrder> order(Renewal renewal) {
    Held held = renewal.held();
    String action = held.action().toString();
    return switch (renewal) {
      case Renewal.Renewed renewed -> Optional.empty();
      case Renewal.CancelRequested cancel ->
          Optional.of(ActionOrder.cancel(action, held.attempt()));
      case Renewal.Lost lost -> Optional.of(ActionOrder.abandon(action, held.attempt()));
    };
  }

  private Optional<ActionOrder> order(Agent agent, Claimed claimed) {
    return handOut
        .data(agent, claimed)
        .map(
            data ->
                new ActionOrder(
                    claimed.type(),
                    claimed.action().toString(),
                    claimed.attempt(),
                    leaseSeconds,
                    data));
  }
}
