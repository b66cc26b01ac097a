package org.laassoa.endtoend.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One container of the manifests, as options for {@code docker run}: what a kubelet makes of it.
 */
public final class ManifestContainer {

  private final Installation installation;
  private final Workload workload;
  private final Container container;

  private ManifestContainer(Installation installation, Workload workload, String container) {
    this.installation = installation;
    this.workload = workload;
    this.container = workload.container(container);
  }

  /** A container of a workload of the small example, each by its name. */
  public static ManifestContainer of(String workload, String container) {
    Installation installation = Installation.Example.SMALL.render();
    return installation.workloads().stream()
        .filter(found -> found.name().equals(workload))
        .map(found -> new ManifestContainer(installation, found, container))
        .findFirst()
        .orElseThrow();
  }

  /**
   * User, capabilities, memory and file system.
   *
   * @param volumes the folder that holds the pod's {@link #volumes}, each in one of its name
   */
  public List<String> options(Path volumes) {
    SecurityContext security = container.getSecurityContext();
    List<String> options = new ArrayList<>();
    options.add("--user=" + user());
    options.add("--group-add=" + volumesGroup());
    options.add("--memory=" + memory());
    if (Boolean.TRUE.equals(security.getPrivileged())) {
      options.add("--privileged");
    }
    if (Boolean.FALSE.equals(security.getAllowPrivilegeEscalation())) {
      options.add("--security-opt=no-new-privileges");
    }
    if (Boolean.TRUE.equals(security.getReadOnlyRootFilesystem())) {
      options.add("--read-only");
    }
    if (security.getCapabilities() != null) {
      security.getCapabilities().getDrop().forEach(dropped -> options.add("--cap-drop=" + dropped));
    }
    for (VolumeMount mount : container.getVolumeMounts()) {
      options.add("--volume=" + volumes.resolve(mount.getName()) + ":" + mount.getMountPath());
    }
    return options;
  }

  /** The pod's volumes; all of them are empty in the beginning. */
  public List<String> volumes() {
    return workload.pod().getVolumes().stream().map(Volume::getName).toList();
  }

  /** Where one of the volumes is in this container. */
  public String path(String volume) {
    return container.getVolumeMounts().stream()
        .filter(mount -> mount.getName().equals(volume))
        .map(VolumeMount::getMountPath)
        .findFirst()
        .orElseThrow();
  }

  /** The group that may write to the volumes. */
  public long volumesGroup() {
    return workload.pod().getSecurityContext().getFsGroup();
  }

  /** What it is started with, after the image's own entry point. */
  public List<String> arguments() {
    return container.getArgs();
  }

  /** The command that succeeds once it has started. */
  public List<String> startupCommand() {
    return container.getStartupProbe().getExec().getCommand();
  }

  /** The user and group that it runs as, such as {@code 1000:1000}. */
  public String user() {
    PodSecurityContext pod = workload.pod().getSecurityContext();
    return pod.getRunAsUser() + ":" + pod.getRunAsGroup();
  }

  /** The paths of its probes, in the order in which they come to succeed. */
  public List<String> probes() {
    return Stream.of(
            container.getStartupProbe(),
            container.getLivenessProbe(),
            container.getReadinessProbe())
        .map(Probe::getHttpGet)
        .map(get -> get.getPath())
        .toList();
  }

  /**
   * Its environment.
   *
   * @param outside values that come from secrets and the pod, and those that must differ here
   * @throws IllegalStateException when a value that comes from elsewhere is missing
   */
  public Map<String, String> environment(Map<String, String> outside) {
    Map<String, String> all = new HashMap<>();
    container.getEnvFrom().stream()
        .map(from -> Provided.settings(installation, from.getConfigMapRef().getName()))
        .forEach(all::putAll);
    for (EnvVar variable : container.getEnv()) {
      if (variable.getValue() != null) {
        all.put(variable.getName(), variable.getValue());
      } else if (!outside.containsKey(variable.getName())) {
        throw new IllegalStateException(variable.getName() + " has no value");
      }
    }
    all.putAll(outside);
    return all;
  }

  private long memory() {
    return Quantity.getAmountInBytes(container.getResources().getLimits().get("memory"))
        .longValueExact();
  }
}
