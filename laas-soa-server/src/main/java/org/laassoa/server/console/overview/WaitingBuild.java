package org.laassoa.server.console.overview;

import org.laassoa.server.build.BuildLine;
import org.laassoa.server.build.WaitKind;

/**
 * A build that waits.
 *
 * @param build it
 * @param kind what it waits for
 * @param labels what an agent must have to take it, in one line
 */
public record WaitingBuild(BuildLine build, WaitKind kind, String labels) {

  WaitingBuild(BuildLine build, WaitKind kind) {
    this(build, kind, String.join(", ", build.requiredLabels()));
  }
}
