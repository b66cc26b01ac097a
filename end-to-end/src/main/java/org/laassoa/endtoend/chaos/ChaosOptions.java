package org.laassoa.endtoend.chaos;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param rounds how many rounds
 * @param seed the first round's; each following round has the next number
 */
record ChaosOptions(int rounds, long seed) {

  private static final int USUAL_ROUNDS = 20;
  private static final long MOST_SEED = 1_000_000;

  /**
   * Reads {@code [--rounds N] [--seed S]}.
   *
   * @throws IllegalArgumentException in words for the user
   */
  static ChaosOptions of(String... arguments) {
    int rounds = USUAL_ROUNDS;
    long seed = ThreadLocalRandom.current().nextLong(MOST_SEED);
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--rounds" -> rounds = Math.toIntExact(number(option, rest.poll()));
        case "--seed" -> seed = number(option, rest.poll());
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    if (rounds < 1) {
      throw new IllegalArgumentException("--rounds takes a number from 1");
    }
    return new ChaosOptions(rounds, seed);
  }

  private static long number(String option, @Nullable String value) {
    try {
      return Long.parseLong(String.valueOf(value));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " takes a number", e);
    }
  }
}
