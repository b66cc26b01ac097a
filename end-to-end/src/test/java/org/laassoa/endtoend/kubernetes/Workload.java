package org.laassoa.endtoend.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What makes pods.
 *
 * @param made the Deployment or StatefulSet
 * @param selector which pods it takes for its own
 * @param template what they are like
 */
record Workload(HasMetadata made, LabelSelector selector, PodTemplateSpec template) {

  String name() {
    return made.getMetadata().getName();
  }

  String namespace() {
    return made.getMetadata().getNamespace();
  }

  Map<String, String> labels() {
    return template.getMetadata().getLabels();
  }

  PodSpec pod() {
    return template.getSpec();
  }

  /** All containers, sidecars too. */
  List<Container> containers() {
    return Stream.concat(pod().getInitContainers().stream(), pod().getContainers().stream())
        .toList();
  }

  /** The container of that name. */
  Container container(String name) {
    return containers().stream()
        .filter(container -> container.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Whether these labels are among those of its pods. */
  boolean matches(Map<String, String> labels) {
    return labels().entrySet().containsAll(labels.entrySet());
  }

  @Override
  public String toString() {
    return namespace() + "/" + name();
  }
}
