package org.laassoa.endtoend.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.laassoa.endtoend.process.Checkout;

/** {@code laas chaos}: round after round, until a book does not balance. */
public final class Chaos {

  private Chaos() {}

  /**
   * Takes {@code [--rounds N] [--seed S]}. Exit code 0 when all books balance, 1 when one does not,
   * 2 for other arguments.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ChaosOptions options;
    try {
      options = ChaosOptions.of(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("laas chaos: " + e.getMessage());
      System.exit(2);
      return;
    }
    ChaosSummary summary = run(options, ContainerSide.find(), System.out::println);
    System.out.println(summary);
    System.exit(summary.balances() ? 0 : 1);
  }

  /**
   * Runs the rounds; stops after the first whose books do not balance.
   *
   * @param containers what there is for builds in containers
   * @param line takes what is to be printed
   */
  static ChaosSummary run(
      ChaosOptions options, Optional<ContainerSide> containers, Consumer<String> line)
      throws IOException, InterruptedException {
    Path parent = Files.createDirectories(Checkout.root().resolve("target/chaos"));
    Path folder = Files.createTempDirectory(parent, "run-");
    List<RoundResult> results = new ArrayList<>();
    try (ChaosWorld world = ChaosWorld.start(folder, containers)) {
      for (int i = 0; i < options.rounds(); i++) {
        RoundPlan plan = RoundPlan.of(options.seed() + i, containers.isPresent());
        RoundResult result = new Round(world, plan).run();
        results.add(result);
        line.accept(String.format(Locale.ROOT, "round %d: %s", i + 1, result));
        if (!result.balances()) {
          result.wrong().forEach(words -> line.accept("  " + words));
          break;
        }
      }
    }
    ChaosSummary summary = new ChaosSummary(results, folder);
    if (summary.balances()) {
      deleteAll(folder);
    }
    return summary;
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
