package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * One element of the answer to {@code POST /consume_action}: either work handed out (then {@code
 * action} is its type and {@code actionData} is there), or an order: {@link #CANCEL} and {@link
 * #ABANDON} are about what the agent holds, {@link #STOP} is about the agent.
 *
 * @param action an action type, {@code cancel}, {@code abandon} or {@code stop}
 * @param actionId the action; empty with {@code stop}
 * @param attempt the attempt that the order is about, from 1; 0 with {@code stop}
 * @param leaseSeconds how long the ownership lasts without a sign of life; only with work
 * @param actionData what to do; only with work
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ActionOrder(
    String action,
    String actionId,
    int attempt,
    @Nullable Integer leaseSeconds,
    @Nullable ActionData actionData) {

  /** Stop the action and report it as cancelled. */
  public static final String CANCEL = "cancel";

  /** The lease is lost: stop, clean up and report nothing. */
  public static final String ABANDON = "abandon";

  /** Take nothing more, do to its end what is held, then end. */
  public static final String STOP = "stop";

  /** An order to the agent to end when it holds nothing any more. */
  public static ActionOrder stop() {
    return new ActionOrder(STOP, "", 0, null, null);
  }

  /** An order to stop an action that the agent holds. */
  public static ActionOrder cancel(String actionId, int attempt) {
    return new ActionOrder(CANCEL, actionId, attempt, null, null);
  }

  /** An order to let go of an action that the agent no longer owns. */
  public static ActionOrder abandon(String actionId, int attempt) {
    return new ActionOrder(ABANDON, actionId, attempt, null, null);
  }
}
