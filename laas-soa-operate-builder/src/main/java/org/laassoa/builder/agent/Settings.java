package org.laassoa.builder.agent;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.disk.DiskRules;

/**
 * What the agent was started with.
 *
 * @param server the server's base address, {@code http} or {@code https}
 * @param joinToken what it joins with, or null when it has joined before
 * @param name the agent's name, 1 to 100 characters
 * @param actions the action types it takes
 * @param labels what it has besides what it sees itself, for builds that require it
 * @param capacity how many actions at once, 1 to 1000
 * @param root the folder for all its files
 * @param executor what it runs scripts with
 * @param pickUp the ways it may learn of work by
 * @param disk what it may use of its disk
 * @param grace how long builds may go on when the agent is told to end
 */
record Settings(
    URI server,
    @Nullable String joinToken,
    String name,
    List<String> actions,
    List<String> labels,
    int capacity,
    Path root,
    ExecutorChoice executor,
    PickUpChoice pickUp,
    DiskRules disk,
    Duration grace) {

  /** The same, for one action at a time. */
  Settings one() {
    return new Settings(
        server, joinToken, name, actions, labels, 1, root, executor, pickUp, disk, grace);
  }

  /** Without the join token: this record may end up in a message. */
  @Override
  public String toString() {
    return "Settings[" + name + " of " + server + " in " + root + "]";
  }
}
