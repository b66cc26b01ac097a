package org.laassoa.server.build;

import java.util.List;
import org.laassoa.server.agent.AgentView;

/** Says of builds what they wait for, in one word each. */
public final class WaitKinds {

  private WaitKinds() {}

  /** What a queued build waits for, with these agents. */
  public static WaitKind of(BuildLine build, List<AgentView> agents) {
    return build.heldBack()
        ? WaitKind.HELD_BACK
        : WaitingReason.kind(
            new WaitingReason.Wish(build.action(), build.requiredLabels()), agents);
  }

  /** What the builds of a lane wait for, with these agents. */
  public static WaitKind of(WaitingLanes.Lane lane, List<AgentView> agents) {
    return WaitingReason.kind(new WaitingReason.Wish(lane.action(), lane.labels()), agents);
  }
}
