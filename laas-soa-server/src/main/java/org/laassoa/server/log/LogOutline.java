package org.laassoa.server.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a log is made up.
 *
 * @param attempt whose log it is; 0 before the first attempt
 * @param bytes how long the log is
 * @param linesTotal how many lines it has, with the one that has not ended yet
 * @param open whether more may come
 * @param startedAt when the attempt began
 * @param steps in order, as far as the agent has told them
 * @param firstError the line to look at first in the log of a build that failed: the first one of
 *     the failed step that looks like an error, else the last one of it that is not empty
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LogOutline")
record LogOutline(
    int attempt,
    long bytes,
    long linesTotal,
    boolean open,
    @Nullable Instant startedAt,
    List<Step> steps,
    @Nullable Long firstError) {

  /**
   * What a step printed.
   *
   * @param name such as {@code compile}
   * @param state {@code running}, {@code succeeded}, {@code failed}, {@code cancelled} or {@code
   *     skipped}
   * @param startedAt by the agent's clock
   * @param endedAt by the agent's clock; missing while it runs
   * @param firstLine its first line; missing for a step that printed nothing
   * @param lastLine its last line; missing while it runs, and for one that printed nothing
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "LogStep")
  record Step(
      String name,
      String state,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Long firstLine,
      @Nullable Long lastLine) {}
}
