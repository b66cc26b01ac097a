package org.laassoa.server.delivery;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.cluster.Word;
import org.laassoa.server.database.DatabaseException;
import org.laassoa.server.delivery.PendingDeliveries.Claimed;
import org.laassoa.server.delivery.PendingDeliveries.Target;
import org.laassoa.server.delivery.PendingDeliveries.Tried;

/**
 * Makes deliveries: to each target one after the other, to many targets at once, so that a slow one
 * holds up nobody else. What a server was at when it died is begun again by another one after two
 * minutes.
 */
@ApplicationScoped
class Deliverer {

  private static final Logger LOG = Logger.getLogger(Deliverer.class);
  private static final int MOST_TRIES = 50;

  private final PendingDeliveries pending;
  private final Map<String, DeliveryKind> kinds;
  private final Clock clock;
  private final Pauses pauses;
  private final Map<String, Semaphore> room;
  private final Set<Target> busy = ConcurrentHashMap.newKeySet();

  Deliverer(
      PendingDeliveries pending, @All List<DeliveryKind> kinds, Clock clock, LaasConfig config) {
    this.pending = pending;
    this.kinds = kinds.stream().collect(toMap(DeliveryKind::name, identity()));
    this.clock = clock;
    LaasConfig.Deliveries settings = config.deliveries();
    if (settings.tries() < 1 || settings.tries() > MOST_TRIES || settings.targetsAtOnce() < 1) {
      throw new IllegalArgumentException(
          "laas.deliveries.tries must be 1 to 50, and laas.deliveries.targets-at-once at least 1");
    }
    this.pauses = new Pauses(settings, () -> ThreadLocalRandom.current().nextDouble());
    // Each kind has its own: a host that does not answer holds up no kind but that of its own.
    this.room =
        this.kinds.keySet().stream()
            .collect(toMap(identity(), kind -> new Semaphore(settings.targetsAtOnce())));
  }

  void heard(@Observes Word word) {
    if (word instanceof Word.ToDeliver || word instanceof Word.Anything) {
      Thread.ofVirtual().name("deliveries").start(this::look);
    }
  }

  /** Begins with what is due, at every target that nobody is at. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    try {
      for (Target target : pending.targets(kinds.keySet())) {
        Semaphore places = room.get(target.kind());
        if (places == null || busy.contains(target) || !places.tryAcquire()) {
          continue;
        }
        if (busy.add(target)) {
          Thread.ofVirtual().name("deliver-" + target.kind()).start(() -> serve(target, places));
        } else {
          places.release();
        }
      }
    } catch (DatabaseException e) {
      LOG.debugf("deliveries are looked for later: %s", e.getMessage());
    }
  }

  private void serve(Target target, Semaphore places) {
    try {
      DeliveryKind kind = kinds.get(target.kind());
      Optional<Claimed> next = pending.claim(target);
      while (kind != null && next.isPresent()) {
        deliver(kind, next.get());
        next = pending.claim(target);
      }
    } catch (DatabaseException e) {
      LOG.debugf("the deliveries to %s go on later: %s", target.subject(), e.getMessage());
    } finally {
      busy.remove(target);
      places.release();
    }
  }

  private void deliver(DeliveryKind kind, Claimed claimed) {
    Instant begun = clock.instant();
    long from = System.nanoTime();
    DeliveryResult result = tried(kind, claimed);
    Duration took = Duration.ofNanos(System.nanoTime() - from);
    switch (result) {
      case DeliveryResult.Delivered(int status) ->
          pending.end(
              claimed, new Tried(begun, took, status == 0 ? null : status, null), "delivered");
      case DeliveryResult.Refused(String reason, @Nullable Integer status) ->
          pending.end(claimed, new Tried(begun, took, status, reason), "refused");
      case DeliveryResult.Retry(String reason, @Nullable Integer status) -> {
        Tried failed = new Tried(begun, took, status, reason);
        if (pauses.anotherAfter(claimed.tries())) {
          pending.later(claimed, failed, pauses.after(claimed.tries()));
        } else {
          pending.end(claimed, failed, "given_up");
        }
      }
    }
  }

  /** Messages of exceptions may hold anything: the log gets them, people do not. */
  private static DeliveryResult tried(DeliveryKind kind, Claimed claimed) {
    try {
      return kind.deliver(claimed.payloadJson());
    } catch (RuntimeException e) {
      LOG.warnf(e, "delivery %d (%s) could not be made", claimed.id(), kind.name());
      return new DeliveryResult.Retry("the server could not make the delivery; its log says why");
    }
  }
}
