package org.laassoa.endtoend.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** The container of that name in the small example's workload of that name. */
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
   * @param binds the mounts that come from outside, by volume; the others are empty folders
   */
  public List<String> options(Map<String, String> binds) {
    PodSecurityContext pod = workload.pod().getSecurityContext();
    List<String> options = new ArrayList<>();
    options.add("--user=" + user());
    options.add("--security-opt=no-new-privileges");
    container.getSecurityContext().getCapabilities().getDrop().stream()
        .map(capability -> "--cap-drop=" + capability)
        .forEach(options::add);
    options.add("--group-add=" + pod.getFsGroup());
    if (container.getSecurityContext().getReadOnlyRootFilesystem()) {
      options.add("--read-only");
    }
    options.add(
        "--memory="
            + Quantity.getAmountInBytes(container.getResources().getLimits().get("memory")));
    Set<String> empty =
        workload.pod().getVolumes().stream()
            .filter(volume -> volume.getEmptyDir() != null)
            .map(Volume::getName)
            .collect(Collectors.toSet());
    for (VolumeMount mount : container.getVolumeMounts()) {
      if (binds.containsKey(mount.getName())) {
        options.add("--volume=" + binds.get(mount.getName()));
      } else if (empty.contains(mount.getName())) {
        options.add("--tmpfs=" + mount.getMountPath() + ":exec,mode=1777");
      }
    }
    return options;
  }

  /** The user and group that it runs as, such as {@code 1000:1000}. */
  public String user() {
    PodSecurityContext pod = workload.pod().getSecurityContext();
    return pod.getRunAsUser() + ":" + pod.getRunAsGroup();
  }

  /** Where a volume is mounted. */
  public String path(String volume) {
    return container.getVolumeMounts().stream()
        .filter(mount -> mount.getName().equals(volume))
        .map(VolumeMount::getMountPath)
        .findFirst()
        .orElseThrow();
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
}
