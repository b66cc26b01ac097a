package org.laassoa.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laassoa.endtoend.engine.Engine;
import org.laassoa.endtoend.kubernetes.ManifestContainer;

/**
 * Containers that share volumes and this host's network, as those of a pod share its volumes and
 * its network. Gone with all that was in the volumes when this is closed.
 */
final class Pod implements AutoCloseable {

  private static final String BUSYBOX = "laas-test/busybox:1";

  private final Path folder;
  private final Path volumes;
  private final List<String> containers = new ArrayList<>();

  private Pod(Path folder) {
    this.folder = folder;
    this.volumes = folder.resolve("volumes");
  }

  /** A pod with the empty volumes of that container's pod, as a kubelet makes them. */
  static Pod of(ManifestContainer manifest, Path folder) {
    Pod pod = new Pod(folder);
    try {
      for (String volume : manifest.volumes()) {
        Files.createDirectories(pod.volume(volume));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pod.asRoot("cd %s && chgrp %d * && chmod 2777 *", pod.volumes, manifest.volumesGroup());
    return pod;
  }

  /** Where a volume's files are. */
  Path volume(String name) {
    return volumes.resolve(name);
  }

  /**
   * Starts a container.
   *
   * @param outside values of its environment that come from secrets, or must differ here
   * @return its id
   */
  String run(ManifestContainer manifest, String image, Map<String, String> outside) {
    List<String> command = new ArrayList<>(List.of("run", "-d", "--network=host"));
    command.addAll(manifest.options(volumes));
    command.add("--env-file=" + environment(manifest.environment(outside)));
    command.add(image);
    command.addAll(manifest.arguments());
    String id = Needs.engine().docker(command.toArray(String[]::new));
    containers.add(id);
    return id;
  }

  /** In a file: secrets are among them, which the command line would show. */
  private Path environment(Map<String, String> variables) {
    try {
      return Files.write(
          Files.createTempFile(folder, "container", ".env"),
          variables.entrySet().stream()
              .map(variable -> variable.getKey() + "=" + variable.getValue())
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The owners of all files of that name, as {@code user:group}. */
  List<String> owners(String file) {
    return asRoot("find %s -name %s -exec stat -c %%u:%%g {} +", volumes, file).lines().toList();
  }

  /** What a container has written so far. */
  static String log(String container) {
    return Needs.engine().docker("logs", container);
  }

  /** Whether a container still runs. */
  static boolean runs(String container) {
    return inspect(container, "{{.State.Running}}").equals("true");
  }

  /** Asks a container to end, and says with what exit code it did; after 30 s it is killed. */
  static int stop(String container) {
    Needs.engine().docker("stop", "-t", "30", container);
    return Integer.parseInt(inspect(container, "{{.State.ExitCode}}"));
  }

  private static String inspect(String container, String format) {
    return Needs.engine().docker("inspect", "-f", format, container);
  }

  /** Files of other users are not ours to change, and need not be. */
  private String asRoot(String script, Object... values) {
    Engine engine = Needs.engine();
    return engine.docker(
        "run", "--rm", "-v", folder + ":" + folder, BUSYBOX, "sh", "-c", script.formatted(values));
  }

  @Override
  public void close() {
    containers.forEach(container -> Needs.engine().docker("rm", "-f", "-v", container));
    asRoot("rm -rf %s", volumes);
  }
}
