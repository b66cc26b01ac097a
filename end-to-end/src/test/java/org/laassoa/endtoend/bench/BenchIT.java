package org.laassoa.endtoend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.endtoend.process.Checkout;
import org.laassoa.endtoend.process.Command;

/**
 * The bench as the launcher runs it, with small numbers: whether it measures what it should, never
 * how fast that is. That nothing is handed out twice or lost, and that logs are whole, the bench
 * itself insists on: it ends with an error otherwise.
 */
class BenchIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static List<JsonNode> figures;

  @BeforeAll
  static void measure() throws Exception {
    Path file = folder.resolve("figures.json");
    Command.Result bench =
        bench("polls", "claims", "pickup", "log", "agent", "--quick", "--json", file.toString());
    assertThat(bench.exitCode()).as(bench.output()).isZero();
    figures = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      figures.add(JSON.readTree(line));
    }
  }

  @Test
  void every_figure_is_there() {
    assertThat(figures)
        .extracting(figure -> figure.path("name").asText())
        .contains(
            "bare_endpoint",
            "idle_polls",
            "idle_poll_at_rate",
            "idle_poll_transactions",
            "load_cpu_per_poll",
            "server_cpu_per_poll",
            "server_memory_idle",
            "server_memory_polled",
            "enqueue",
            "claim_and_complete",
            "claim",
            "complete",
            "pickup_doorbell",
            "pickup_held_poll",
            "pickup_poll",
            "file_copy_with_fsync",
            "log_from_agent",
            "log_server_memory_growth",
            "jdbc_insert_chunks",
            "log_append",
            "live_log_lag",
            "agent_file",
            "agent_first_poll",
            "agent_memory_idle",
            "agent_memory_log");
  }

  @Test
  void rates_and_memory_are_more_than_nothing() {
    assertThat(figures)
        .filteredOn(figure -> List.of("1/s", "MB/s").contains(figure.path("unit").asText()))
        .isNotEmpty()
        .allSatisfy(figure -> assertThat(figure.path("value").asDouble()).isPositive());
    assertThat(figure("server_memory_idle").path("value").asDouble()).isPositive();
  }

  @Test
  void times_lie_in_their_order() {
    assertThat(figures)
        .filteredOn(figure -> figure.has("p99"))
        .isNotEmpty()
        .allSatisfy(
            figure ->
                assertThat(figure.path("p50").asDouble())
                    .isBetween(figure.path("min").asDouble(), figure.path("p99").asDouble())
                    .isLessThanOrEqualTo(figure.path("max").asDouble()));
  }

  @Test
  void claims_are_compared_to_plain_ones_on_the_same_database_with_either_flush() {
    List<JsonNode> claims =
        figures.stream()
            .filter(figure -> figure.path("name").asText().equals("claim_and_complete"))
            .toList();

    assertThat(claims)
        .extracting(claim -> claim.path("under").path("flush").asText())
        .containsExactly("as_it_is", "as_it_is", "one_millisecond", "one_millisecond");
    assertThat(claims)
        .allSatisfy(
            claim -> {
              assertThat(claim.path("compared_to").asText()).endsWith("_claim_and_complete");
              assertThat(claim.path("ratio").asDouble()).isPositive();
            });
  }

  @Test
  void a_target_is_said_together_with_whether_it_is_met() {
    assertThat(figures)
        .allSatisfy(figure -> assertThat(figure.has("met")).isEqualTo(figure.has("target")));
  }

  @Test
  void what_cannot_be_measured_is_a_wrong_command_line() {
    assertThat(bench("speed").exitCode()).isEqualTo(2);
  }

  private static JsonNode figure(String name) {
    return figures.stream()
        .filter(figure -> figure.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Command.Result bench(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlaas.checkout=" + Checkout.root(),
                "-cp",
                System.getProperty("java.class.path"),
                Bench.class.getName()));
    command.addAll(List.of(arguments));
    return Command.run(Path.of("").toAbsolutePath(), Map.of(), command);
  }
}
