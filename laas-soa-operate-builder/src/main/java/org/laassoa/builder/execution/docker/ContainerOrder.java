package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laassoa.builder.execution.Locations;
import org.laassoa.builder.execution.ScriptRun;
import org.laassoa.builder.execution.docker.transport.EngineAddress;
import org.laassoa.wire.Limits;

/**
 * What a container for a script looks like.
 *
 * @param run the script
 * @param root the agent's root folder, for the label
 * @param address the engine, for scripts that are given it
 */
record ContainerOrder(ScriptRun run, String root, EngineAddress address) {

  /** Where things are in a container. */
  static final Locations LOCATIONS =
      new Locations("/laas/source", "/laas/build", "/laas/target", "/laas/dependency_lib", "/root");

  private static final String OUTPUT = "/laas/output";
  private static final String SECRETS = "/laas/secrets";
  private static final String SOCKET = "/var/run/docker.sock";

  /**
   * Sends all output to the file that the agent reads, then becomes the script. A script without
   * {@code #!} is run by the shell that runs this.
   */
  private static final String WRAPPER =
      """
      exec >>"$1" 2>&1
      [ -d "$HOME" ] || mkdir -p "$HOME"
      [ -x "$0" ] && exec "$0"
      exec /bin/sh "$0"
      """;

  /**
   * The name of a script's container. It is the agent's choice, so that the container is found even
   * when the engine's answer was lost.
   */
  static String nameOf(String scriptName) {
    return "laas-" + scriptName;
  }

  /** The container's name. */
  String name() {
    return nameOf(run.name());
  }

  /** The image that it runs from. */
  String image() {
    return run.environment().imageName();
  }

  /** The command that makes it. */
  CreateContainerCmd command(DockerClient docker) {
    return docker
        .createContainerCmd(image())
        .withName(name())
        .withLabels(Labels.ofContainer(root, run.actionId(), run.attempt()))
        .withUser("0:0")
        .withWorkingDir(LOCATIONS.source())
        .withEnv(environment())
        .withEntrypoint("/bin/sh")
        .withCmd("-c", WRAPPER, LOCATIONS.build() + "/" + run.script(), OUTPUT)
        .withHostConfig(hostConfig());
  }

  private List<String> environment() {
    Map<String, String> variables = new LinkedHashMap<>(LOCATIONS.variables());
    variables.putAll(run.variables());
    variables.putAll(run.secretFiles().variables(SECRETS));
    if (run.engineAccess()) {
      variables.put(
          "DOCKER_HOST",
          switch (address) {
            case EngineAddress.UnixSocket unix -> "unix://" + SOCKET;
            case EngineAddress.Tcp tcp -> tcp.dockerHost();
          });
    }
    return variables.entrySet().stream().map(v -> v.getKey() + "=" + v.getValue()).toList();
  }

  private HostConfig hostConfig() {
    Limits limits = run.limits();
    HostConfig config =
        HostConfig.newHostConfig()
            .withInit(true)
            .withMounts(mounts())
            .withNetworkMode(run.environment().network())
            // The output goes to a file of ours; a second copy would fill the engine's disk.
            .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE));
    if (limits.memoryBytes() != null) {
      // The same value for both: no swap, or the limit would only make the build slow.
      config.withMemory(limits.memoryBytes()).withMemorySwap(limits.memoryBytes());
    }
    if (limits.cpus() != null) {
      config.withNanoCPUs((long) (limits.cpus() * 1e9));
    }
    return limits.pids() == null ? config : config.withPidsLimit(limits.pids());
  }

  private List<Mount> mounts() {
    List<Mount> mounts = new ArrayList<>();
    mounts.add(mount(run.workspace().source(), LOCATIONS.source()));
    mounts.add(mount(run.workspace().build(), LOCATIONS.build()).withReadOnly(true));
    mounts.add(mount(run.workspace().target(), LOCATIONS.target()));
    mounts.add(mount(run.dependencyLib(), LOCATIONS.dependencyLib()));
    // The file alone: what lies beside it belongs to the agent.
    mounts.add(mount(run.rawOutput(), OUTPUT));
    if (!run.secretFiles().names().isEmpty()) {
      mounts.add(mount(run.secretFiles().folder(), SECRETS).withReadOnly(true));
    }
    if (run.engineAccess() && address instanceof EngineAddress.UnixSocket unix) {
      mounts.add(mount(unix.path(), SOCKET));
    }
    return mounts;
  }

  static Mount mount(Path source, String target) {
    return new Mount()
        .withType(MountType.BIND)
        .withSource(source.toAbsolutePath().normalize().toString())
        .withTarget(target);
  }
}
