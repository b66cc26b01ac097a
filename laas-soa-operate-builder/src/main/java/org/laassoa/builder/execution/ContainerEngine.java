package org.laassoa.builder.execution;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an engine says of itself, and what it keeps for one agent. Calls block for 30 s at most. */
public interface ContainerEngine {

  /** What it says of itself; nothing when it does not answer. */
  Optional<Facts> facts();

  /** The images that this agent has made and that are still there; none when it does not answer. */
  List<Image> images();

  /** The containers that this agent has made; none when it does not answer. */
  List<Container> containers();

  /**
   * Removes an image by a name or id of {@link #images}.
   *
   * @return why it stays; nothing when it is gone
   */
  Optional<String> discardImage(String name);

  /**
   * Removes a container that does not run.
   *
   * @return why it stays; nothing when it is gone
   */
  Optional<String> discardContainer(String name);

  /**
   * What an engine says of itself.
   *
   * @param address where it listens
   * @param version its version
   * @param apiVersion the version of its API
   * @param storage how it stores images
   * @param dataFolder where it does that, or null when it does not say
   * @param rootless whether root in a container is an ordinary user of the host
   * @param limitsMemory whether containers can be limited in memory
   * @param cgroups the version of control groups, empty when it does not say
   */
  record Facts(
      String address,
      String version,
      String apiVersion,
      String storage,
      @Nullable Path dataFolder,
      boolean rootless,
      boolean limitsMemory,
      String cgroups) {}

  /**
   * An image that this agent has made.
   *
   * @param name by which it is removed; its id, when it has no name any more
   * @param lastUsed when a build of this agent used it last
   * @param bytes its size, with layers that it shares with others
   * @param inUse whether there is a container of it
   */
  record Image(String name, Instant lastUsed, long bytes, boolean inUse) {}

  /**
   * A container that this agent has made.
   *
   * @param name by which it is removed
   * @param created when it was made
   * @param running whether anything runs in it
   */
  record Container(String name, Instant created, boolean running) {}
}
