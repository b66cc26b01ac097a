package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.execution.Locations;
import org.laassoa.builder.execution.ScriptRun;

/**
 * Gives what root in a container has left behind back to the agent's own user: a container does it,
 * so the agent needs no root on the host. An agent that is root needs none of it, nor does one
 * whose engine runs without root: there, root in a container is the agent's user.
 */
final class Ownership {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  static final String ROOTLESS = "name=rootless";

  private static final Locations AT = ContainerOrder.LOCATIONS;

  /** Where scripts can write that outlives them. */
  private static final List<String> WRITABLE =
      List.of(AT.source(), AT.target(), AT.dependencyLib());

  private final Engine engine;
  private final Removals removals;
  private final Path root;

  Ownership(Engine engine, Removals removals, Path root) {
    this.engine = engine;
    this.removals = removals;
    this.root = root;
  }

  /**
   * What a script could write.
   *
   * @param image an image with a shell
   * @param mounts the folders
   * @param labels of the container that changes the owner
   */
  record Writable(String image, List<Mount> mounts, Map<String, String> labels) {}

  /** Changes the owner of all that a script could write. */
  void giveBack(ScriptRun run) {
    giveBack(
        new Writable(
            run.environment().imageName(),
            List.of(
                ContainerOrder.mount(run.workspace().source(), AT.source()),
                ContainerOrder.mount(run.workspace().target(), AT.target()),
                ContainerOrder.mount(run.dependencyLib(), AT.dependencyLib())),
            Labels.ofContainer(root.toString(), run.actionId(), run.attempt())));
  }

  /** What a container that a former process left could write; asked before it is removed. */
  Optional<Writable> writableBy(String container) {
    if (owner().isEmpty()) {
      return Optional.empty();
    }
    AtomicReference<@Nullable Writable> found = new AtomicReference<>();
    engine.quietly(
        LIMIT,
        docker -> {
          try {
            found.set(writable(docker.inspectContainerCmd(container).exec()));
          } catch (NotFoundException e) {
            // It has written nothing, or its end was seen to.
          }
        });
    return Optional.ofNullable(found.get());
  }

  private Writable writable(InspectContainerResponse container) {
    List<Mount> mounts =
        Objects.requireNonNullElse(container.getMounts(), List.<InspectContainerResponse.Mount>of())
            .stream()
            .filter(mount -> mount.getSource() != null && mount.getDestination() != null)
            .filter(mount -> WRITABLE.contains(mount.getDestination().getPath()))
            .map(
                mount ->
                    ContainerOrder.mount(
                        Path.of(mount.getSource()), mount.getDestination().getPath()))
            .toList();
    return new Writable(
        Objects.requireNonNull(container.getImageId()),
        mounts,
        Map.of(Labels.ROOT, root.toString()));
  }

  /** Changes the owner of all in those folders. */
  void giveBack(Writable writable) {
    Optional<String> owner = owner();
    if (owner.isEmpty() || writable.mounts().isEmpty()) {
      return;
    }
    String container = "laas-chown-" + UUID.randomUUID();
    if (!engine.quietly(LIMIT, docker -> giveBack(docker, writable, container, owner.get()))) {
      removals.removeOnceMade(container);
    }
  }

  /** The agent's user and group, by number; nothing when that is root, or there are no owners. */
  private Optional<String> owner() {
    try {
      Path own = root.resolve(".laas");
      Path mine = Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS) ? own : root;
      Object user = Files.getAttribute(mine, "unix:uid");
      return user.equals(0)
          ? Optional.empty()
          : Optional.of(user + ":" + Files.getAttribute(mine, "unix:gid"));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static void giveBack(
      DockerClient docker, Writable writable, String container, String owner) {
    List<String> options = docker.infoCmd().exec().getSecurityOptions();
    if (options != null && options.contains(ROOTLESS)) {
      return;
    }
    // Links are changed themselves, and not followed: they may lead anywhere.
    String command = "chown -hR " + owner + " " + String.join(" ", WRITABLE);
    docker
        .createContainerCmd(writable.image())
        .withName(container)
        .withLabels(writable.labels())
        .withUser("0:0")
        .withEntrypoint("/bin/sh", "-c")
        .withCmd(command)
        .withHostConfig(
            HostConfig.newHostConfig().withMounts(writable.mounts()).withNetworkMode("none"))
        .exec();
    docker.startContainerCmd(container).exec();
    docker.waitContainerCmd(container).start().awaitStatusCode();
    docker.removeContainerCmd(container).withForce(true).exec();
  }
}
