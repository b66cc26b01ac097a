package org.laassoa.server.console.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laassoa.server.build.BuildLine;
import org.laassoa.server.console.PlotData;

class DrawTrendTest {

  private static final Instant BEGIN = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void success_is_the_share_of_the_last_ten_builds() {
    List<BuildLine> builds = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      builds.add(build(i, "failed", 1));
    }
    for (int i = 10; i < 15; i++) {
      builds.add(build(i, "succeeded", 1));
    }

    PlotData plot = new DrawTrend(builds, words()).success();

    assertThat(plot.series().getFirst().get(9)).isZero();
    assertThat(plot.series().getFirst().getLast()).isEqualTo(0.5);
    assertThat(plot.essence()).isEqualTo("success_essence[5, 15]");
  }

  @Test
  void a_duration_is_with_those_that_succeeded_or_those_that_failed() {
    List<BuildLine> builds = List.of(build(1, "succeeded", 90), build(2, "failed", 3));

    PlotData plot = new DrawTrend(builds, words()).durations();

    assertThat(plot.series()).containsExactly(Arrays.asList(90.0, null), Arrays.asList(null, 3.0));
    assertThat(plot.labels()).containsExactly("#1", "#2");
    assertThat(plot.links()).containsExactly("/builds/1", "/builds/2");
  }

  private static BuildLine build(long id, String state, long seconds) {
    return new BuildLine(
        id,
        "build",
        "shop",
        "branch",
        "main",
        state,
        null,
        null,
        "agent",
        "somebody",
        BEGIN,
        BEGIN,
        BEGIN.plusSeconds(seconds),
        List.of(),
        false,
        null);
  }

  /** Words that say which of them they are, and with what. */
  private static ProjectWords words() {
    return (ProjectWords)
        Proxy.newProxyInstance(
            ProjectWords.class.getClassLoader(),
            new Class<?>[] {ProjectWords.class},
            (proxy, method, arguments) -> method.getName() + Arrays.toString(arguments));
  }
}
