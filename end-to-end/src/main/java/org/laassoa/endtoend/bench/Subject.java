package org.laassoa.endtoend.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be measured, in the order in which it is: the idle server first, and last what fills the
 * queue for good.
 */
enum Subject {
  POLLS,
  CLAIMS,
  PICKUP,
  LOG,
  AGENT,
  OVERHEAD,
  CHECKOUT,
  GROWTH;

  /** As it is called on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Subject> of(String word) {
    return Stream.of(values()).filter(subject -> subject.word().equals(word)).findFirst();
  }

  static List<Subject> all() {
    return List.of(values());
  }
}
