package org.laassoa.server.agentwire;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionQueue;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.action.Completed;
import org.laassoa.server.action.Completion;
import org.laassoa.server.action.HandBack;
import org.laassoa.server.action.Ownership;
import org.laassoa.server.database.Json;
import org.laassoa.server.language.Message;
import org.laassoa.server.log.LogStore;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.wire.CompleteRequest;
import org.laassoa.wire.Outcome;

/** Ends attempts, once their log is here to the last byte. */
@ApplicationScoped
class Completions {

  private static final Logger LOG = Logger.getLogger(Completions.class);
  private static final int MOST_PARTS = 100;

  private final ActionQueue queue;
  private final LogStore log;
  private final Owners owners;
  private final Json json;
  private final MeterRegistry meters;

  Completions(ActionQueue queue, LogStore log, Owners owners, Json json, MeterRegistry meters) {
    this.queue = queue;
    this.log = log;
    this.owners = owners;
    this.json = json;
    this.meters = meters;
  }

  /**
   * Ends an attempt, or finds that its owner has ended it before.
   *
   * @param agentId who says so
   * @return the state that the action is in now
   * @throws ProblemException when the request is not whole, the caller is not the owner, or log
   *     bytes are missing; nothing is changed then
   */
  ActionState complete(long agentId, CompleteRequest request) {
    Ownership owner =
        owners.owner(
            agentId, Poll.requireField("action_id", request.actionId()), request.attempt());
    check(request);
    Optional<ActionState> end = end(request.outcome());
    return end.isPresent() ? end(owner, request, end.get()) : handBack(owner, request);
  }

  private ActionState end(Ownership owner, CompleteRequest request, ActionState end) {
    return switch (queue.complete(completion(owner, request, end))) {
      case Completed.Ended(ActionState state) -> {
        log.ended(owner);
        meters.counter("laas.attempts.ended", "state", state.wireName()).increment();
        yield state;
      }
      case Completed.OtherLogLength(long stored) -> throw otherLength(request, stored);
      case Completed.Superseded() -> throw owners.refusal(owner);
    };
  }

  /** The rest of its log is not waited for: the agent is about to end. */
  private ActionState handBack(Ownership owner, CompleteRequest request) {
    String steps = request.steps() == null ? null : json.write(request.steps());
    HandBack back = new HandBack(owner, json.write(Outcome.class, request.outcome()), steps);
    ActionState state = queue.handBack(back).orElseThrow(() -> owners.refusal(owner));
    log.ended(owner);
    meters.counter("laas.attempts.ended", "state", "handed_back").increment();
    return state;
  }

  private static ProblemException otherLength(CompleteRequest request, long stored) {
    long reported = Objects.requireNonNullElse(request.logBytes(), 0L);
    return reported > stored
        ? new ProblemException(
            ProblemType.LOG_INCOMPLETE,
            Message.of("of %s log bytes %s are here", reported, stored),
            Map.of("offset", stored))
        : ProblemException.invalidField(
            "log_bytes", Message.of("is less than the %s stored", stored));
  }

  private Completion completion(Ownership owner, CompleteRequest request, ActionState end) {
    return new Completion(
        owner,
        end,
        json.write(Outcome.class, request.outcome()),
        json.write(Objects.requireNonNullElse(request.steps(), List.of())),
        json.write(Objects.requireNonNullElse(request.images(), List.of())),
        request.commit(),
        request.logBytes(),
        request.logSha256(),
        intact(owner, request));
  }

  private @Nullable Boolean intact(Ownership owner, CompleteRequest request) {
    if (request.logSha256() == null || request.logBytes() == null) {
      return null;
    }
    boolean intact = request.logSha256().equals(log.sha256(owner));
    if (!intact && log.length(owner.action(), owner.attempt()) == request.logBytes()) {
      LOG.warnf(
          "the log of action %s, attempt %d is not what the agent sent",
          owner.action(), owner.attempt());
    }
    return intact;
  }

  /** The state that an outcome is the end in; nothing when it is no end. */
  private static Optional<ActionState> end(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Succeeded succeeded -> Optional.of(ActionState.SUCCEEDED);
      case Outcome.Cancelled cancelled -> Optional.of(ActionState.CANCELLED);
      case Outcome.HandedBack back -> Optional.empty();
      case Outcome.ScriptFailed failed -> Optional.of(ActionState.FAILED);
      case Outcome.OutOfMemory outOfMemory -> Optional.of(ActionState.FAILED);
      case Outcome.TimedOut timedOut -> Optional.of(ActionState.FAILED);
      case Outcome.InputFailed failed -> Optional.of(ActionState.FAILED);
      case Outcome.InfrastructureFailed failed -> Optional.of(ActionState.FAILED);
    };
  }

  private static void check(CompleteRequest request) {
    Poll.requireField("outcome", request.outcome());
    checkPattern("commit", request.commit(), "[0-9a-f]{40}|[0-9a-f]{64}");
    checkPattern("log_sha256", request.logSha256(), "[0-9a-f]{64}");
    checkSize("steps", request.steps());
    checkSize("images", request.images());
    if (request.logBytes() != null && request.logBytes() < 0) {
      throw ProblemException.invalidField("log_bytes", "must be 0 or more");
    }
  }

  private static void checkPattern(String field, @Nullable String value, String pattern) {
    if (value != null && !value.matches(pattern)) {
      throw ProblemException.invalidField(field, "must be lower-case hexadecimal of that length");
    }
  }

  private static void checkSize(String field, @Nullable List<?> list) {
    if (list != null && list.size() > MOST_PARTS) {
      throw ProblemException.invalidField(field, Message.of("may have %s elements", MOST_PARTS));
    }
  }
}
