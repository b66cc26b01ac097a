package org.laassoa.endtoend.chaos;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.laassoa.endtoend.relay.Exchange;
import org.laassoa.endtoend.relay.Passage;
import org.laassoa.endtoend.relay.Trap;

/**
 * Waits for the first exchange in a phase and has something broken at exactly that point. Until
 * that is done, this exchange stands still, and every other one too.
 */
final class PhaseTrap implements Trap {

  private static final Passage WHOLE = new Passage.Whole();

  private final PlannedFault fault;
  private final BiPredicate<PlannedFault, Exchange> suits;
  private final Consumer<Exchange> breaking;
  private final CompletableFuture<Exchange> sprung = new CompletableFuture<>();
  private @Nullable String victim;
  private boolean spent;

  /**
   * A trap that catches one exchange.
   *
   * @param suits whether an exchange that is in the phase is one to catch
   * @param breaking breaks what is to be broken; returns when it is
   */
  PhaseTrap(
      PlannedFault fault, BiPredicate<PlannedFault, Exchange> suits, Consumer<Exchange> breaking) {
    this.fault = fault;
    this.suits = suits;
    this.breaking = breaking;
  }

  /** Waits until something has been caught and broken; says whether that was within the limit. */
  boolean await(Duration limit) throws InterruptedException {
    try {
      sprung.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException nothingCame) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(fault + " failed", e.getCause());
    }
  }

  @Override
  public synchronized Passage request(Exchange exchange) {
    return switch (fault.phase().place()) {
      case REQUEST -> caught(exchange) ? new Passage.Cut(0) : WHOLE;
      case HALF_REQUEST -> caught(exchange) ? new Passage.Cut(0.5) : WHOLE;
      case AFTER_ANSWER -> caughtAfter(exchange) ? new Passage.Cut(0) : WHOLE;
      case ANSWER, HALF_ANSWER, OUTSIDE -> WHOLE;
    };
  }

  @Override
  public synchronized Passage answer(Exchange exchange) {
    return switch (fault.phase().place()) {
      case ANSWER -> caught(exchange) ? new Passage.Cut(0) : WHOLE;
      case HALF_ANSWER -> caught(exchange) && cutsAnswer() ? new Passage.Cut(0.5) : WHOLE;
      case AFTER_ANSWER -> {
        if (victim == null && isWanted(exchange)) {
          victim = exchange.client();
        }
        yield WHOLE;
      }
      case REQUEST, HALF_REQUEST, OUTSIDE -> WHOLE;
    };
  }

  private boolean isWanted(Exchange exchange) {
    return fault.phase().recognises(exchange) && suits.test(fault, exchange);
  }

  private boolean cutsAnswer() {
    return fault.fault() == Fault.CONNECTION;
  }

  private boolean caught(Exchange exchange) {
    return !spent && isWanted(exchange) && spring(exchange);
  }

  private boolean caughtAfter(Exchange exchange) {
    return !spent && exchange.client().equals(victim) && spring(exchange);
  }

  private boolean spring(Exchange exchange) {
    spent = true;
    try {
      breaking.accept(exchange);
      sprung.complete(exchange);
    } catch (RuntimeException e) {
      sprung.completeExceptionally(e);
    }
    return true;
  }
}
