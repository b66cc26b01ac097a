package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.laassoa.builder.execution.ScriptRun;

/**
 * Gives what root in a container has left behind back to the agent's own user. An agent that is
 * root needs none of it, nor does one whose engine runs without root: there, root in a container is
 * the agent's user.
 */
final class Ownership {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  static final String ROOTLESS = "name=rootless";

  private final Engine engine;
  private final Removals removals;
  private final String root;

  Ownership(Engine engine, Removals removals, String root) {
    this.engine = engine;
    this.removals = removals;
    this.root = root;
  }

  /** Changes the owner of all that the script could write, to that of its output file. */
  void giveBack(ScriptRun run) {
    try {
      Object user = Files.getAttribute(run.rawOutput(), "unix:uid");
      Object group = Files.getAttribute(run.rawOutput(), "unix:gid");
      if (!user.equals(0)) {
        String container = "laas-chown-" + UUID.randomUUID();
        if (!engine.quietly(
            LIMIT, docker -> giveBack(docker, run, container, user + ":" + group))) {
          removals.removeOnceMade(container);
        }
      }
    } catch (IOException | UnsupportedOperationException e) {
      // Without owners there is nothing to change.
    }
  }

  private void giveBack(DockerClient docker, ScriptRun run, String container, String owner) {
    List<String> options = docker.infoCmd().exec().getSecurityOptions();
    if (options != null && options.contains(ROOTLESS)) {
      return;
    }
    List<Mount> mounts =
        List.of(
            ContainerOrder.mount(run.workspace().source(), "/laas/source"),
            ContainerOrder.mount(run.workspace().target(), "/laas/target"),
            ContainerOrder.mount(run.dependencyLib(), "/laas/dependency_lib"));
    docker
        .createContainerCmd(ImageName.ofEnvironment(run.environment().name()))
        .withName(container)
        .withLabels(Labels.ofContainer(root, run.actionId(), run.attempt()))
        .withUser("0:0")
        .withEntrypoint("/bin/sh", "-c")
        .withCmd("chown -hR " + owner + " /laas/source /laas/target /laas/dependency_lib")
        .withHostConfig(HostConfig.newHostConfig().withMounts(mounts).withNetworkMode("none"))
        .exec();
    docker.startContainerCmd(container).exec();
    docker.waitContainerCmd(container).start().awaitStatusCode();
    docker.removeContainerCmd(container).withForce(true).exec();
  }
}
