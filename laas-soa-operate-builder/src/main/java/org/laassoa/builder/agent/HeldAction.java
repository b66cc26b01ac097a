package org.laassoa.builder.agent;

import org.laassoa.wire.ActionOrder;
import org.laassoa.wire.Holding;

/** One attempt that the agent owns, from the hand-out until the server has its result. */
sealed interface HeldAction permits RunningAction, UnreportedResult, LeftBuild {

  /** Does all there is to do, on the calling thread. */
  void run();

  /** What a poll says about it. */
  Holding holding();

  /**
   * Whether the server knows that this process has it: else it is asked for, and not said to be
   * held.
   */
  default boolean confirmed() {
    return true;
  }

  /**
   * It was handed out again: because it was asked for, or since an answer was lost or crossed.
   *
   * @return whether that was news
   */
  default boolean handedOut(ActionOrder order) {
    return false;
  }

  /** Somebody cancelled the action: it ends as cancelled, unless it has ended already. */
  void cancel();

  /** The attempt is not ours any more: stop, clean up, report nothing. */
  void abandon();

  /**
   * The agent ends in order: stop, clean up, and tell the server that another agent may have it. A
   * result that is there is told, for a few seconds.
   */
  void handBack();

  /** The agent ends: stop; a result that is there is kept for a later process. */
  void shutDown();
}
