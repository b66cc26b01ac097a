package org.laassoa.server.agentwire;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionQueue;
import org.laassoa.server.action.ClaimRequest;
import org.laassoa.server.action.Claimed;
import org.laassoa.server.action.Held;
import org.laassoa.server.action.Offer;
import org.laassoa.server.action.OwnedActions;
import org.laassoa.server.action.ReadyWork;
import org.laassoa.server.action.Renewal;
import org.laassoa.server.action.WorkWaiters;
import org.laassoa.server.agent.Agent;
import org.laassoa.server.agent.AgentPolicies;
import org.laassoa.server.agent.AgentPolicy;
import org.laassoa.server.build.HandOut;
import org.laassoa.wire.ActionOrder;

/** What a poll does: renew what is held, hand out again what was lost, hand out what is new. */
@ApplicationScoped
class Consumption {

  /** How long a held poll trusts that it is woken, and lets leases go without renewal. */
  private static final Duration TRUST = Duration.ofSeconds(5);

  private final ActionQueue queue;
  private final HandOut handOut;
  private final ReadyWork readyWork;
  private final WorkWaiters waiters;
  private final OwnedActions owned;
  private final AgentPolicies policies;
  private final Duration trust;
  private final int leaseSeconds;

  Consumption(
      ActionQueue queue,
      HandOut handOut,
      ReadyWork readyWork,
      WorkWaiters waiters,
      OwnedActions owned,
      AgentPolicies policies,
      LaasConfig config) {
    this.queue = queue;
    this.handOut = handOut;
    this.readyWork = readyWork;
    this.waiters = waiters;
    this.owned = owned;
    this.policies = policies;
    Duration third = config.lease().dividedBy(3);
    this.trust = third.compareTo(TRUST) < 0 ? third : TRUST;
    this.leaseSeconds = (int) Math.max(1, config.lease().toSeconds());
  }

  /**
   * Whether the poll would change nothing and bring nothing, as far as memory says: then there is
   * no need to ask the database.
   */
  boolean idle(Agent agent, UnderstoodPoll understood) {
    Poll poll = understood.poll();
    Terms terms = understood.terms();
    return poll.patience().isZero()
        && !terms.stop()
        && poll.resumed().isEmpty()
        && poll.unknown().isEmpty()
        && owned.upToDate(agent.id(), poll.held())
        && !owned.mayMiss(agent.id(), poll.held())
        && !(poll.room() > 0 && readyWork.mayHave(terms.builds()))
        && !readyWork.mayHave(terms.maintenance());
  }

  /** Answers one poll, held for as long as it allows while there is nothing to say. */
  List<ActionOrder> consume(Agent agent, UnderstoodPoll understood, HeldPoll held)
      throws InterruptedException {
    Poll poll = understood.poll();
    if (poll.patience().isZero()) {
      return once(agent, poll, understood.terms());
    }
    long deadline = System.nanoTime() + poll.patience().toNanos();
    try (WorkWaiters.Waiter waiter =
        waiters.add(agent.id(), () -> offer(poll, terms(agent, understood)), held::wake)) {
      while (!held.over()) {
        List<ActionOrder> orders = once(agent, poll, terms(agent, understood));
        long left = deadline - System.nanoTime();
        if (!orders.isEmpty() || left <= 0) {
          return orders;
        }
        held.await(Math.min(left, trust.toNanos()));
      }
      return List.of();
    }
  }

  /** By the policy of now: it may change while a poll is held. */
  private Terms terms(Agent agent, UnderstoodPoll understood) {
    AgentPolicy now = policies.current();
    return understood.terms().policy() == now
        ? understood.terms()
        : Terms.of(agent, understood.poll(), understood.address(), now);
  }

  private static Optional<Offer> offer(Poll poll, Terms terms) {
    return poll.room() > 0 ? Optional.of(terms.builds()) : Optional.empty();
  }

  private List<ActionOrder> once(Agent agent, Poll poll, Terms terms) {
    List<ActionOrder> orders = new ArrayList<>();
    if (terms.stop()) {
      orders.add(ActionOrder.stop());
    }
    if (!owned.upToDate(agent.id(), poll.held())) {
      queue.renew(agent.id(), poll.held()).stream()
          .map(Consumption::order)
          .flatMap(Optional::stream)
          .forEach(orders::add);
    }
    poll.unknown().stream()
        .map(unknown -> ActionOrder.abandon(unknown.actionId(), unknown.attempt()))
        .forEach(orders::add);
    orders.addAll(resumed(agent, poll));
    int again = 0;
    if (owned.mayMiss(agent.id(), poll.held())) {
      List<Claimed> missing = queue.handOutAgain(agent.id(), poll.all());
      orders.addAll(handedOut(missing));
      again = missing.size();
    }
    orders.addAll(claim(agent, terms.maintenance(), 1));
    orders.addAll(claim(agent, terms.builds(), poll.room() - again));
    return orders;
  }

  private List<ActionOrder> claim(Agent agent, Offer offer, int room) {
    return room > 0 && readyWork.mayHave(offer)
        ? handedOut(queue.claim(new ClaimRequest(agent.id(), agent.name(), offer, room)))
        : List.of();
  }

  private List<ActionOrder> resumed(Agent agent, Poll poll) {
    if (poll.resumed().isEmpty()) {
      return List.of();
    }
    List<Claimed> own = queue.resume(agent.id(), poll.resumed());
    List<ActionOrder> orders = new ArrayList<>(handedOut(own));
    Set<ActionId> still = own.stream().map(Claimed::action).collect(toSet());
    poll.resumed().stream()
        .filter(one -> !still.contains(one.action()))
        .map(one -> ActionOrder.abandon(one.action().toString(), one.attempt()))
        .forEach(orders::add);
    return orders;
  }

  private List<ActionOrder> handedOut(List<Claimed> claimed) {
    return claimed.stream().map(this::order).flatMap(Optional::stream).toList();
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

  private Optional<ActionOrder> order(Claimed claimed) {
    return handOut
        .data(claimed)
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
