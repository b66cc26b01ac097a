package org.laassoa.server.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of a log.
 *
 * @param attempt whose log it is; 0 before the first attempt
 * @param bytes how long the log is
 * @param linesTotal how many lines it has, with the one that has not ended yet
 * @param open whether more may come
 * @param lines in order, without gaps
 */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "LogLines")
record LogPage(int attempt, long bytes, long linesTotal, boolean open, List<Line> lines) {

  /**
   * One line.
   *
   * @param number from 1
   * @param offset where in the log it begins, in bytes
   * @param at when the server got it, which is later than it was printed by what the agent takes to
   *     ship it; missing for logs older than this is kept
   * @param text as UTF-8, without the line's end; what is no UTF-8 is replaced
   * @param cut whether there is more of it than is told; the rest is in the log itself
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "LogLine")
  record Line(long number, long offset, @Nullable Instant at, String text, @Nullable Boolean cut) {}
}
