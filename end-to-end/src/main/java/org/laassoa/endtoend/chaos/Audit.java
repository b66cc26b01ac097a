package org.laassoa.endtoend.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the history of one action and says where it breaks the rules of ownership. */
final class Audit {

  private static final Set<String> OWNED = Set.of("consumed", "running");

  private Audit() {}

  /** What is wrong with a history that should be over; empty when nothing is. */
  static List<String> of(List<Books.Entry> history) {
    List<String> wrong = new ArrayList<>();
    if (history.isEmpty()) {
      return List.of("it has no history");
    }
    if (!history.getFirst().equals(new Books.Entry("queued", 0, 0))) {
      wrong.add("it began as " + history.getFirst());
    }
    for (int i = 1; i < history.size(); i++) {
      Books.Entry before = history.get(i - 1);
      Books.Entry after = history.get(i);
      if (!follows(before, after)) {
        wrong.add(after + " came after " + before);
      }
    }
    if (!history.getLast().ended()) {
      wrong.add("its last state is " + history.getLast());
    }
    return wrong;
  }

  /**
   * An owner comes only to what nobody owns, with the next attempt; within an attempt the owner
   * never changes; after the end there is nothing.
   */
  private static boolean follows(Books.Entry before, Books.Entry after) {
    if (before.ended()) {
      return false;
    }
    boolean sameAttempt = after.attempt() == before.attempt();
    if (!before.owned()) {
      return after.state().equals("cancelled")
          ? sameAttempt
          : after.state().equals("consumed") && after.attempt() == before.attempt() + 1;
    }
    boolean sameOwner = after.agent() == before.agent() || !OWNED.contains(after.state());
    return sameAttempt && sameOwner && !after.state().equals("consumed");
  }
}
