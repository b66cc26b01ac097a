package org.laassoa.builder.build;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.execution.ExitStatus;
import org.laassoa.wire.StepName;

/**
 * The script of the step that runs.
 *
 * @param name what its executor finds it by
 * @param from where in the log its output begins
 * @param exit how it ended, or null while it runs
 * @param to where in the log its output ends, or null before all of it is there
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ScriptMark(String name, long from, @Nullable ExitStatus exit, @Nullable Long to) {

  private static final int RANDOM_CHARACTERS = 13;

  /** A script that is about to be started, with a name that no other has. */
  static ScriptMark starting(StepName step, long from) {
    String random = UUID.randomUUID().toString().substring(0, RANDOM_CHARACTERS);
    return new ScriptMark(step.wireName() + "-" + random, from, null, null);
  }

  ScriptMark ended(ExitStatus status) {
    return new ScriptMark(name, from, status, to);
  }

  ScriptMark printed(long logTo) {
    return new ScriptMark(name, from, exit, logTo);
  }
}
