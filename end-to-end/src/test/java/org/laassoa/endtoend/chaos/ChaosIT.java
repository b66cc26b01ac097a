package org.laassoa.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** As many rounds as it takes to come to every phase once. */
class ChaosIT {

  /** Its rounds have every fault. */
  private static final long SEED = 8134;

  @Test
  void whatever_is_broken_the_books_balance() throws IOException, InterruptedException {
    // Given
    Optional<ContainerSide> containers = ContainerSide.find();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(containers).as("in CI nothing is left out, but there is no engine").isPresent();
    }
    List<String> lines = new ArrayList<>();

    // When
    ChaosSummary summary =
        Chaos.run(new ChaosOptions(RoundPlan.ROUNDS_FOR_EVERY_PHASE, SEED), containers, lines::add);

    // Then
    assertThat(summary.balances()).as(String.join("\n", lines) + "\n" + summary).isTrue();
    assertThat(summary.phases()).as(lines.toString()).isEqualTo(EnumSet.allOf(Phase.class));
  }
}
