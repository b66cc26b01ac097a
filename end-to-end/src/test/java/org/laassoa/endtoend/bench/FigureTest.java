package org.laassoa.endtoend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class FigureTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void times_have_the_shortest_the_middle_and_the_longest() {
    Spread spread = Spread.of(List.of(30.0, 10.0, 20.0, 100.0));

    assertThat(spread).isEqualTo(new Spread(4, 10, 25, 100, 100, 40));
  }

  @Test
  void a_histogram_of_nanoseconds_is_shown_in_milliseconds() {
    Histogram nanos = new Histogram(3);
    nanos.recordValue(2_000_000);

    Figure figure = Figure.times("x", nanos);

    assertThat(figure.unit()).isEqualTo("ms");
    assertThat(figure.value()).isBetween(1.99, 2.01);
  }

  @Test
  void a_figure_is_set_beside_another_by_their_ratio() {
    Figure figure = Figure.of("ours", "1/s", 30).comparedTo(Figure.of("theirs", "1/s", 20));

    assertThat(figure.comparedTo()).isEqualTo("theirs");
    assertThat(figure.ratio()).isEqualTo(1.5);
  }

  @Test
  void targets_are_met_together_or_not_at_all() {
    Figure figure = Figure.times("x", List.of(1.0, 2.0, 30.0));
    Target median = Target.atMost(Measure.P50, 5);
    Target slowest = Target.atMost(Measure.P99, 20);

    assertThat(figure.mustReach(median).met()).isTrue();
    assertThat(figure.mustReach(median, slowest).met()).isFalse();
    assertThat(figure.mustReach(median, slowest).target()).isEqualTo("p50 <= 5, p99 <= 20");
  }

  @Test
  void a_target_on_what_was_not_measured_is_refused() {
    Figure alone = Figure.of("x", "1/s", 1);

    assertThatThrownBy(() -> alone.mustReach(Target.atLeast(Measure.RATIO, 0.5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ratio");
  }

  @Test
  void as_json_it_is_flat_and_leaves_out_what_there_is_not() throws Exception {
    Figure figure =
        Figure.times("pickup", List.of(4.0))
            .under("agents", 1000)
            .mustReach(Target.atMost(Measure.P50, 5));

    JsonNode json = JSON.readTree(JSON.writeValueAsString(figure));

    assertThat(json)
        .isEqualTo(
            JSON.readTree(
                """
                {"name": "pickup", "unit": "ms", "value": 4.0, "count": 1, "min": 4.0, "p50": 4.0,
                 "p99": 4.0, "max": 4.0, "mean": 4.0, "under": {"agents": 1000},
                 "target": "p50 <= 5", "met": true}"""));
  }

  @Test
  void digits_that_are_never_the_same_twice_are_left_out() {
    assertThat(Figure.of("x", "1/s", 51_234.567).value()).isEqualTo(51_230);
    assertThat(Figure.of("x", "1/s", 0.000012345).value()).isEqualTo(0.00001234);
  }
}
