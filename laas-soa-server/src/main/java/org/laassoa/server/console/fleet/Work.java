package org.laassoa.server.console.fleet;

import org.laassoa.server.build.BuildView;
import org.laassoa.wire.ActionType;

/**
 * Something that an agent does or has done.
 *
 * @param build what it is
 */
record Work(BuildView build) {

  /** Whether it builds something; else it is about the agent itself. */
  public boolean isBuild() {
    return ActionType.ofWireName(build.action()).filter(ActionType::isBuild).isPresent();
  }

  /** Whether the agent still has it. */
  public boolean isUnderWay() {
    return build.state().equals("consumed") || build.state().equals("running");
  }
}
