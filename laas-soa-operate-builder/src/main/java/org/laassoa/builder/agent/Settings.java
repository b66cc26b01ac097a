package org.laassoa.builder.agent;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agent was started with.
 *
 * @param server the server's base address, {@code http} or {@code https}
 * @param joinToken what it joins with, or null when it has joined before
 * @param name the agent's name, 1 to 100 characters
 * @param actions the action types it takes
 * @param capacity how many actions at once, 1 to 1000
 * @param root the folder for all its files
 * @param executor what it runs scripts with
 * @param pickUp the ways it may learn of work by
 * @param minFreeDisk how many bytes of its disk must be free for it to take work, or null for what
 *     is usual
 */
record Settings(
    URI server,
    @Nullable String joinToken,
    String name,
    List<String> actions,
    int capacity,
    Path root,
    ExecutorChoice executor,
    PickUpChoice pickUp,
    @Nullable Long minFreeDisk) {

  /** Without the join token: this record may end up in a message. */
  @Override
  public String toString() {
    return "Settings[" + name + " of " + server + " in " + root + "]";
  }
}
