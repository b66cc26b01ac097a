package org.laassoa.builder.build;

import java.util.List;
import java.util.Optional;
import org.laassoa.builder.execution.BuildOutput;
import org.laassoa.builder.log.BuildLog;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.StepName;

/**
 * An action of one step that is no build, and has no workspace.
 *
 * @param name the step
 * @param subject what it works on, in a few words
 * @param body what it does; may be interrupted
 */
public record SingleStep(StepName name, String subject, Body body) {

  /** What a step does. */
  @FunctionalInterface
  public interface Body {
    /** Does it, and says what comes of it. */
    void run(BuildOutput output) throws InterruptedException;
  }

  /** Does it on the calling thread, to its end. */
  public BuildEnd run(String actionId, BuildLog log, Progress progress, StopSignal stop) {
    log.line("==> " + name.wireName() + ": " + subject);
    progress.begin(name, log.position());
    Outcome outcome = outcome(actionId, log, stop);
    Optional<StopReason> letGo = stop.reason().filter(StopReason::letsGo);
    if (letGo.isPresent()) {
      return new BuildEnd.LetGo(letGo.get());
    }
    progress.end(state(outcome), log.position());
    log.line("==> " + outcome.describe());
    return new BuildEnd.Ended(outcome, progress.reports(), null, List.of());
  }

  private Outcome outcome(String actionId, BuildLog log, StopSignal stop) {
    try (var guard = stop.guard()) {
      body.run(log);
    } catch (InterruptedException e) {
      // Whoever did it has said why.
    } catch (RuntimeException error) {
      return UnexpectedError.of(error, name.wireName(), actionId);
    }
    return stop.reason().map(this::stopped).orElseGet(Outcome.Succeeded::new);
  }

  private Outcome stopped(StopReason reason) {
    return reason == StopReason.HANDED_BACK
        ? new Outcome.HandedBack(name.wireName())
        : new Outcome.Cancelled(name.wireName());
  }

  private static String state(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Succeeded() -> "succeeded";
      case Outcome.Cancelled cancelled -> "cancelled";
      case Outcome.HandedBack handedBack -> "cancelled";
      case Outcome other -> "failed";
    };
  }
}
