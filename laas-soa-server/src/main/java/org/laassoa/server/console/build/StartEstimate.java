package org.laassoa.server.console.build;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;
import org.laassoa.server.build.QueueOutlook;
import org.laassoa.server.build.QueueOutlook.Took;
import org.laassoa.server.build.QueueOutlook.UnderWay;

/**
 * When a queued build is likely to be handed out.
 *
 * <p>The queue is played forward. Each agent that could take the build has as many places as it may
 * hold actions. A place that is taken becomes free when its build has taken as long as builds of
 * its project do on average; one that has taken longer already, after a tenth of that time again.
 * What is ahead in the queue takes the places in its order, each for its project's average; then it
 * is this build's turn. A project with fewer than three recent builds counts with the average of
 * all.
 *
 * <p>It does not know of builds that come meanwhile and overtake, nor of other lanes (builds that
 * want other labels) that the same agents take from: it is a guess, and shown as one. Without three
 * recent builds, or without an agent that could take it, it is unknown.
 */
final class StartEstimate {

  private static final int ENOUGH = 3;

  /** An estimate is no more exact than this. */
  private static final Duration STEP = Duration.ofSeconds(5);

  private final QueueOutlook outlook;
  private final Instant now;

  private StartEstimate(QueueOutlook outlook, Instant now) {
    this.outlook = outlook;
    this.now = now;
  }

  /** What is known of the start. */
  sealed interface Start {
    /** It is handed out at once. */
    record Soon() implements Start {}

    /**
     * At about that time.
     *
     * @param at rounded
     * @param basis by how many builds that ended of late
     */
    record About(Instant at, int basis) implements Start {}

    /** No agent could take it as things are. */
    record NoAgent() implements Start {}

    /** Too few builds have ended of late to go by. */
    record NoHistory() implements Start {}
  }

  /**
   * An agent that could take the build, if it had a free place.
   *
   * @param name its name
   * @param capacity its places
   */
  record Candidate(String name, int capacity) {}

  /** When the build is handed out, as far as can be known. */
  static Start of(QueueOutlook outlook, List<Candidate> candidates, Instant now) {
    return new StartEstimate(outlook, now).start(candidates);
  }

  private Start start(List<Candidate> candidates) {
    if (candidates.stream().mapToInt(Candidate::capacity).sum() == 0) {
      return new Start.NoAgent();
    }
    if (outlook.ahead().isEmpty() && candidates.stream().anyMatch(this::hasRoom)) {
      return new Start.Soon();
    }
    if (outlook.took().size() < ENOUGH) {
      return new Start.NoHistory();
    }
    PriorityQueue<Duration> free = new PriorityQueue<>();
    candidates.forEach(candidate -> free.addAll(places(candidate)));
    for (String subject : outlook.ahead()) {
      free.add(free.remove().plus(usual(subject)));
    }
    Duration wait = free.remove();
    return wait.compareTo(STEP) < 0
        ? new Start.Soon()
        : new Start.About(rounded(now.plus(wait)), outlook.took().size());
  }

  private boolean hasRoom(Candidate candidate) {
    return holding(candidate).size() < candidate.capacity();
  }

  private List<UnderWay> holding(Candidate candidate) {
    return outlook.underWay().stream()
        .filter(build -> build.agent().equals(candidate.name()))
        .toList();
  }

  /** After how long each of an agent's places is free. */
  private Collection<Duration> places(Candidate candidate) {
    PriorityQueue<Duration> places = new PriorityQueue<>();
    holding(candidate).forEach(build -> places.add(left(build)));
    while (places.size() < candidate.capacity()) {
      places.add(Duration.ZERO);
    }
    return places;
  }

  private Duration left(UnderWay build) {
    Duration elapsed = Duration.between(build.startedAt(), now);
    Duration left = usual(build.subject()).minus(elapsed);
    return left.isPositive() ? left : elapsed.dividedBy(10);
  }

  private Duration usual(String subject) {
    List<Took> own =
        outlook.took().stream().filter(took -> took.subject().equals(subject)).toList();
    List<Took> basis = own.size() < ENOUGH ? outlook.took() : own;
    long sum = basis.stream().mapToLong(took -> took.duration().toMillis()).sum();
    return Duration.ofMillis(sum / basis.size());
  }

  /** Whole steps, so that what is shown does not flicker. */
  private static Instant rounded(Instant at) {
    long step = STEP.toMillis();
    return Instant.ofEpochMilli((at.toEpochMilli() + step - 1) / step * step);
  }
}
