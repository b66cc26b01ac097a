package org.laassoa.endtoend.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads objects as the types that they claim to be, and refuses every field that the type does not
 * have. Kubernetes' own types are the client library's, generated from the API's sources. Those of
 * operators are checked against the schemas in {@code kubernetes/}, which hold the part of them
 * that is used here.
 */
final class StrictTypes {

  private static final Map<String, Class<? extends HasMetadata>> TYPES =
      Map.ofEntries(
          Map.entry("v1/ConfigMap", ConfigMap.class),
          Map.entry("v1/Namespace", Namespace.class),
          Map.entry("v1/Secret", Secret.class),
          Map.entry("v1/Service", Service.class),
          Map.entry("v1/ServiceAccount", ServiceAccount.class),
          Map.entry("apps/v1/Deployment", Deployment.class),
          Map.entry("apps/v1/StatefulSet", StatefulSet.class),
          Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
          Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
          Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
          Map.entry("monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class));

  private static final Set<String> OPERATORS_TYPES =
      Set.of(
          "external-secrets.io/v1/ExternalSecret",
          "keda.sh/v1alpha1/ScaledObject",
          "postgresql.cnpg.io/v1/Cluster");

  /** Without the catch-all for unknown fields that the client library's types have. */
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated member) {
                  return false;
                }
              })
          .build();

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private StrictTypes() {}

  /** What is wrong with an object; empty when it is what it says it is. */
  static List<String> faults(JsonNode object) {
    String type = type(object);
    if (OPERATORS_TYPES.contains(type)) {
      return schema(type).validate(object).stream().map(ValidationMessage::getMessage).toList();
    }
    Class<? extends HasMetadata> known = TYPES.get(type);
    if (known == null) {
      return List.of(type + " is a type that this test does not know");
    }
    try {
      STRICT.treeToValue(object, known);
      return List.of();
    } catch (JsonProcessingException e) {
      return List.of(e.getOriginalMessage());
    }
  }

  /** The object as its type; an operator's as a generic one. */
  static HasMetadata read(JsonNode object) {
    try {
      Class<? extends HasMetadata> known = TYPES.get(type(object));
      return known == null
          ? new ObjectMapper().treeToValue(object, GenericKubernetesResource.class)
          : STRICT.treeToValue(object, known);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String type(JsonNode object) {
    return object.path("apiVersion").asText() + "/" + object.path("kind").asText();
  }

  private static JsonSchema schema(String type) {
    String name = "/kubernetes/" + type.substring(type.lastIndexOf('/') + 1) + ".yaml";
    try (InputStream schema = StrictTypes.class.getResourceAsStream(name)) {
      return SCHEMAS.getSchema(new YAMLMapper().readTree(schema));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
