package org.laassoa.endtoend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

  @Test
  void has_the_shortest_the_middle_and_the_longest() {
    Figure figure = Figure.of("x", List.of(30.0, 10.0, 20.0, 100.0));

    assertThat(figure.count()).isEqualTo(4);
    assertThat(figure.min()).isEqualTo(10);
    assertThat(figure.median()).isEqualTo(25);
    assertThat(figure.max()).isEqualTo(100);
  }

  @Test
  void is_set_beside_another_by_difference_and_ratio() {
    Figure figure = Figure.of("ours", List.of(30.0)).comparedTo(Figure.of("theirs", List.of(20.0)));

    assertThat(figure.comparedTo()).isEqualTo("theirs");
    assertThat(figure.difference()).isEqualTo(10);
    assertThat(figure.ratio()).isEqualTo(1.5);
  }
}
