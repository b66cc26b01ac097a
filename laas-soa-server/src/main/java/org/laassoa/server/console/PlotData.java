package org.laassoa.server.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code <time-plot>} draws.
 *
 * @param x seconds since 1970, or places from 1; each above the one before
 * @param labels what stands for the places; null where they are times
 * @param links where a place leads to; null where nowhere
 * @param series the values at each x, line by line; null where there is none
 * @param essence what it shows, in one sentence, for those who cannot see it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlotData(
    List<Long> x,
    @Nullable List<String> labels,
    @Nullable List<String> links,
    List<List<@Nullable Double>> series,
    String essence) {

  /** Values over time. */
  public static PlotData overTime(
      List<Long> seconds, List<List<@Nullable Double>> series, String essence) {
    return new PlotData(seconds, null, null, series, essence);
  }
}
