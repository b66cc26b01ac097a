package org.laassoa.server.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.laassoa.wire.ActionType;

/**
 * Which lanes there may be something ready in, known without a look at the table. It may say yes
 * and be wrong, which costs a claim that finds nothing; it says no only after a claim has found
 * nothing and nothing has been added since. What other servers add is announced by them; and the
 * table is looked at each second in case such a word is lost.
 */
@ApplicationScoped
public class ReadyWork {

  /** Open lanes are filed here. */
  private static final String NO_LABEL = "";

  /**
   * The lanes with something in them, and when something was last added to each. A lane is filed
   * under one of the labels that it requires: an agent looks under its own labels only, however
   * many lanes there are for others.
   */
  private final Map<String, Map<Lane, Long>> lanes = new ConcurrentHashMap<>();

  private final WorkWaiters waiters;
  private volatile long additions;

  ReadyWork(WorkWaiters waiters) {
    this.waiters = waiters;
    // At the start nobody has looked yet, so there may be something.
    for (ActionType type : ActionType.values()) {
      note(Lane.open(type));
    }
  }

  /** Whether a claim with this offer might find something. */
  public boolean mayHave(Offer offer) {
    if (lanes.isEmpty()) {
      return false;
    }
    if (mayHave(NO_LABEL, offer)) {
      return true;
    }
    for (String label : offer.labels()) {
      if (mayHave(label, offer)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayHave(String label, Offer offer) {
    for (Lane lane : filed(label)) {
      if (offer.serves(lane)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The lanes that a claim with this offer has to look at. The open ones of its types are always
   * among them: there are few, and to look costs less than to be wrong.
   */
  Set<Lane> lanesFor(Offer offer) {
    Set<Lane> found = new HashSet<>();
    offer.types().forEach(type -> found.add(Lane.open(type)));
    for (String label : offer.labels()) {
      for (Lane lane : filed(label)) {
        if (offer.serves(lane)) {
          found.add(lane);
        }
      }
    }
    return found;
  }

  private Set<Lane> filed(String label) {
    Map<Lane, Long> filed = lanes.get(label);
    return filed == null ? Set.of() : filed.keySet();
  }

  /**
   * Something is ready; called after the commit.
   *
   * @param count how many: at most so many of those who wait are woken
   */
  public void added(Lane lane, int count) {
    note(lane);
    waiters.wake(lane, count);
  }

  private synchronized void note(Lane lane) {
    additions = additions + 1;
    lanes.computeIfAbsent(filing(lane), label -> new ConcurrentHashMap<>()).put(lane, additions);
  }

  private static String filing(Lane lane) {
    String[] labels = lane.labels();
    return labels.length == 0 ? NO_LABEL : labels[0];
  }

  /** To be taken before a look at the table. */
  Look look() {
    return new Look(additions);
  }

  /** A look at the table that has begun. */
  final class Look {
    private final long before;

    private Look(long before) {
      this.before = before;
    }

    /** The table had nothing more in these lanes. */
    void foundNoMore(Collection<Lane> looked) {
      synchronized (ReadyWork.this) {
        looked.forEach(this::nothingIn);
      }
    }

    private void nothingIn(Lane lane) {
      lanes.computeIfPresent(
          filing(lane),
          (label, filed) -> {
            filed.computeIfPresent(lane, (same, addedAt) -> addedAt <= before ? null : addedAt);
            return filed.isEmpty() ? null : filed;
          });
    }
  }
}
