package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended. The user's command that failed ({@link ScriptFailed}), what the user asked
 * for and cannot be had ({@link InputFailed}) and what broke on our side ({@link
 * InfrastructureFailed}) are told apart, since different people have to act. Sealed, so that the
 * compiler finds every place that must know a new one.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
@JsonSubTypes({
  @Type(value = Outcome.Succeeded.class, name = "succeeded"),
  @Type(value = Outcome.ScriptFailed.class, name = "script_failed"),
  @Type(value = Outcome.OutOfMemory.class, name = "out_of_memory"),
  @Type(value = Outcome.TimedOut.class, name = "timed_out"),
  @Type(value = Outcome.Cancelled.class, name = "cancelled"),
  @Type(value = Outcome.HandedBack.class, name = "handed_back"),
  @Type(value = Outcome.InputFailed.class, name = "input_failed"),
  @Type(value = Outcome.InfrastructureFailed.class, name = "infrastructure_failed")
})
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface Outcome {

  /** One sentence for people: what happened. */
  String describe();

  /** Every step ended well. */
  record Succeeded() implements Outcome {
    @Override
    public String describe() {
      return "succeeded";
    }
  }

  /**
   * A script of the user's ended with an exit code other than 0.
   *
   * @param step the step it ran in
   * @param exitCode 1 to 255; above 128 it was killed by signal {@code exitCode - 128}
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record ScriptFailed(String step, int exitCode) implements Outcome {
    @Override
    public String describe() {
      return step + ": the script ended with exit code " + exitCode;
    }
  }

  /**
   * A script needed more memory than the build may use.
   *
   * @param step the step it ran in
   * @param limitBytes the limit, or missing when it was the host's own
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OutOfMemory(String step, @Nullable Long limitBytes) implements Outcome {
    @Override
    public String describe() {
      return step
          + ": out of memory"
          + (limitBytes == null ? "" : ", the limit is " + limitBytes + " bytes");
    }
  }

  /**
   * The build took longer than it may.
   *
   * @param step the step that was running
   * @param limitSeconds the limit for the whole build
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record TimedOut(String step, long limitSeconds) implements Outcome {
    @Override
    public String describe() {
      return step + ": the time limit of " + limitSeconds + " s was reached";
    }
  }

  /**
   * Somebody cancelled the build.
   *
   * @param step the step that was running, or missing when none was
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Cancelled(@Nullable String step) implements Outcome {
    @Override
    public String describe() {
      return "cancelled";
    }
  }

  /**
   * The agent ends, and gives the attempt back in order: another agent may begin at once, where one
   * that is lost has to be waited for.
   *
   * @param step the step that was running, or missing when none was
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HandedBack(@Nullable String step) implements Outcome {
    @Override
    public String describe() {
      return "the agent was shut down" + (step == null ? "" : " in the step " + step);
    }
  }

  /**
   * What the build was given cannot be used: a ref that is not there, a login that is refused, an
   * image that cannot be had.
   *
   * @param step the step that found out
   * @param reason what it is about, for programs
   * @param detail what it is about, for people; never with a secret in it
   */
  record InputFailed(String step, FailureReason reason, String detail) implements Outcome {
    @Override
    public String describe() {
      return step + ": " + detail;
    }
  }

  /**
   * Something of ours broke: the engine went away, the disk is full, an error in the agent.
   *
   * @param step the step that was running
   * @param reason what it is about, for programs
   * @param detail what it is about, for people; never with a secret in it
   */
  record InfrastructureFailed(String step, FailureReason reason, String detail) implements Outcome {
    @Override
    public String describe() {
      return step + ": " + detail;
    }
  }
}
