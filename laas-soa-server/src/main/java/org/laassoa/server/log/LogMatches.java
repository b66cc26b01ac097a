package org.laassoa.server.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a part of a log.
 *
 * @param attempt whose log it is; 0 before the first attempt
 * @param linesTotal how many lines the log has
 * @param matches lines with matches, in order
 * @param count how many matches there are in them; of a line at most 100 are counted
 * @param partlySearched lines that are longer than 512 KiB, of those that were searched now: what
 *     is behind that was not searched
 * @param next the line to go on from; missing when the search has come to the log's end
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LogMatches")
record LogMatches(
    int attempt,
    long linesTotal,
    List<Match> matches,
    int count,
    List<Long> partlySearched,
    @Nullable Long next) {

  /**
   * The matches in a line.
   *
   * @param line from 1
   * @param ranges in what a terminal shows of it
   */
  @Schema(name = "LogMatch")
  record Match(long line, List<Range> ranges) {}

  /**
   * A range of columns, in UTF-16 units.
   *
   * @param from the first, from 0
   * @param to the last, exclusive
   */
  @Schema(name = "LogColumns")
  record Range(int from, int to) {}
}
