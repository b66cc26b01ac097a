package org.laassoa.builder.build;

import java.nio.file.Path;
import org.laassoa.builder.log.BuildLog;
import org.laassoa.wire.BuildData;

/**
 * One attempt at one action, as the agent was handed it.
 *
 * @param action what to do
 * @param number the attempt's number, from 1
 * @param directory a folder of this attempt alone
 * @param log where everything that happens is said
 * @param progress told of each step, for whoever wants to know meanwhile
 * @param stop ends the build from outside
 */
public record Attempt(
    BuildData action,
    int number,
    Path directory,
    BuildLog log,
    Progress progress,
    StopSignal stop) {

  /** Without the action's data: this record may end up in a message. */
  @Override
  public String toString() {
    return "Attempt[" + action.actionId() + "/" + number + "]";
  }
}
