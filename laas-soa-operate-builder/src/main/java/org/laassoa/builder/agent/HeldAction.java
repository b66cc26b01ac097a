package org.laassoa.builder.agent;

import org.laassoa.wire.Holding;

/** One attempt that the agent owns, from the hand-out until the server has its result. */
sealed interface HeldAction permits RunningBuild, UnreportedResult {

  /** Does all there is to do, on the calling thread. */
  void run();

  /** What a poll says about it. */
  Holding holding();

  /** Somebody cancelled the action: it ends as cancelled, unless it has ended already. */
  void cancel();

  /** The attempt is not ours any more: stop, clean up, report nothing. */
  void abandon();

  /** The agent ends: stop; a result that is there is kept for a later process. */
  void shutDown();
}
