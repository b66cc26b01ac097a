package org.laassoa.endtoend.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Overlays that are meant to be applied together, as the documentation says.
 *
 * @param objects all that they make, as it would be applied
 */
record Installation(List<JsonNode> objects) {

  /** A server's overlay and an agents' one. */
  enum Example {
    SMALL("small", "agents"),
    PRODUCTION("production", "agents-autoscaled");

    private final List<String> overlays;
    private @Nullable Installation rendered;

    Example(String... overlays) {
      this.overlays = List.of(overlays);
    }

    /** Renders it, the first time; skips the test where there is nothing to render with. */
    synchronized Installation render() {
      if (rendered == null) {
        rendered =
            Kustomize.with(
                kustomize ->
                    new Installation(
                        overlays.stream()
                            .flatMap(overlay -> kustomize.render(overlay).stream())
                            .toList()));
      }
      return rendered;
    }
  }

  /** The objects of one type. */
  <T extends HasMetadata> List<T> all(Class<T> type) {
    return typed().filter(type::isInstance).map(type::cast).toList();
  }

  /** The objects of an operator's type. */
  List<GenericKubernetesResource> all(String kind) {
    return all(GenericKubernetesResource.class).stream()
        .filter(object -> object.getKind().equals(kind))
        .toList();
  }

  /** What makes pods. */
  List<Workload> workloads() {
    return Stream.concat(
            all(Deployment.class).stream()
                .map(
                    made ->
                        new Workload(
                            made, made.getSpec().getSelector(), made.getSpec().getTemplate())),
            all(StatefulSet.class).stream()
                .map(
                    made ->
                        new Workload(
                            made, made.getSpec().getSelector(), made.getSpec().getTemplate())))
        .toList();
  }

  private Stream<HasMetadata> typed() {
    return objects.stream().map(StrictTypes::read);
  }
}
