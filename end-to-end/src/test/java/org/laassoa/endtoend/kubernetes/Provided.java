package org.laassoa.endtoend.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings and secrets that pods of an installation find. */
final class Provided {

  private Provided() {}

  /**
   * Each ConfigMap as {@code namespace/name}, each key of a secret as {@code namespace/name/key};
   * those too that operators make.
   */
  static Set<String> by(Installation installation) {
    Set<String> provided = new HashSet<>();
    for (ConfigMap map : installation.all(ConfigMap.class)) {
      provided.add(map.getMetadata().getNamespace() + "/" + map.getMetadata().getName());
    }
    for (Secret secret : installation.all(Secret.class)) {
      for (String key : secret.getData().keySet()) {
        provided.add(
            secret.getMetadata().getNamespace() + "/" + secret.getMetadata().getName() + "/" + key);
      }
    }
    for (GenericKubernetesResource external : installation.all("ExternalSecret")) {
      List<Map<String, Object>> data = external.get("spec", "data");
      for (Map<String, Object> entry : data) {
        provided.add(
            external.getMetadata().getNamespace()
                + "/"
                + external.<String>get("spec", "target", "name")
                + "/"
                + entry.get("secretKey"));
      }
    }
    for (GenericKubernetesResource cluster : installation.all("Cluster")) {
      // The operator makes the owner's login under this name.
      String name = cluster.getMetadata().getNamespace() + "/" + cluster.getMetadata().getName();
      provided.add(name + "-app/username");
      provided.add(name + "-app/password");
    }
    return provided;
  }

  /** The settings in the ConfigMap of that name. */
  static Map<String, String> settings(Installation installation, String name) {
    return installation.all(ConfigMap.class).stream()
        .filter(map -> map.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow()
        .getData();
  }
}
