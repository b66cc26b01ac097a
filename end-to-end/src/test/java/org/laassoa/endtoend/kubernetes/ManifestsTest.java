package org.laassoa.endtoend.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laassoa.endtoend.process.Checkout;
import org.laassoa.endtoend.process.Command;

class ManifestsTest {

  /** As the API's server reads them. */
  private static final Pattern QUANTITY =
      Pattern.compile("[0-9]+(\\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?");

  @ParameterizedTest
  @EnumSource
  void every_object_is_of_the_type_that_it_claims_to_be(Installation.Example example) {
    // When
    List<JsonNode> objects = example.render().objects();

    // Then
    assertThat(objects)
        .isNotEmpty()
        .allSatisfy(object -> assertThat(StrictTypes.faults(object)).isEmpty());
  }

  @Test
  void a_field_that_kubernetes_does_not_have_is_refused() throws Exception {
    // Given
    JsonNode deployment =
        yaml(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: a}
            spec: {template: {spec: {containers: [{name: a, livenesProbe: {}}]}}}
            """);

    // When
    List<String> faults = StrictTypes.faults(deployment);

    // Then
    assertThat(faults).singleElement().asString().contains("livenesProbe");
  }

  @Test
  void a_value_of_another_type_is_refused() throws Exception {
    // Given
    JsonNode service =
        yaml("{apiVersion: v1, kind: Service, spec: {ports: [{name: http, port: http}]}}");

    // When
    List<String> faults = StrictTypes.faults(service);

    // Then
    assertThat(faults).singleElement().asString().contains("\"http\"");
  }

  @Test
  void a_field_that_an_operators_type_does_not_have_is_refused() throws Exception {
    // Given
    JsonNode cluster =
        yaml(
            """
            apiVersion: postgresql.cnpg.io/v1
            kind: Cluster
            metadata: {name: a, namespace: b}
            spec: {instances: 3, replicas: 3, storage: {size: 1Gi}}
            """);

    // When
    List<String> faults = StrictTypes.faults(cluster);

    // Then
    assertThat(faults).singleElement().asString().contains("replicas");
  }

  @ParameterizedTest
  @EnumSource
  void no_object_is_there_twice(Installation.Example example) {
    // When
    List<JsonNode> objects = example.render().objects();

    // Then
    assertThat(objects)
        .extracting(
            object ->
                List.of(
                    object.path("kind").asText(),
                    object.at("/metadata/namespace").asText(),
                    object.at("/metadata/name").asText()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void every_quantity_is_one_that_kubernetes_reads(Installation.Example example) {
    // Given
    List<String> quantities = new ArrayList<>();

    // When
    for (String field : List.of("requests", "limits")) {
      example.render().objects().stream()
          .flatMap(object -> object.findValues(field).stream())
          .flatMap(amounts -> amounts.propertyStream().map(Map.Entry::getValue))
          .forEach(amount -> quantities.add(amount.asText()));
    }
    example.render().objects().stream()
        .flatMap(object -> object.findValuesAsText("sizeLimit").stream())
        .forEach(quantities::add);

    // Then
    assertThat(quantities).hasSizeGreaterThan(5).allMatch(QUANTITY.asMatchPredicate());
  }

  @ParameterizedTest
  @EnumSource
  void our_own_images_are_those_that_the_launcher_makes(Installation.Example example)
      throws IOException {
    // Given
    String launcher = Files.readString(Checkout.root().resolve("laas"));

    // When
    List<String> images =
        example.render().workloads().stream()
            .flatMap(workload -> workload.containers().stream())
            .map(Container::getImage)
            .toList();

    // Then
    assertThat(images)
        .filteredOn(image -> image.contains("laas-soa"))
        .hasSize(2)
        .allSatisfy(
            image -> {
              String name = image.replaceFirst(".*/laas-soa-", "").replaceFirst(":.*", "");
              assertThat(launcher).containsPattern("(?m)^ +image " + name + " ");
            });
  }

  @ParameterizedTest
  @EnumSource
  void every_image_has_a_version(Installation.Example example) {
    // When
    List<Workload> workloads = example.render().workloads();

    // Then
    assertThat(workloads)
        .flatExtracting(Workload::containers)
        .extracting(Container::getImage)
        .allMatch(image -> image.matches("[^:]+(:[0-9]+/[^:]+)?:[0-9].*"));
  }

  @Test
  void a_file_of_secrets_stays_out_of_git() throws IOException {
    // Given
    List<Path> secrets;
    try (Stream<Path> files = Files.walk(Checkout.root().resolve("k8s/overlays"))) {
      secrets =
          files
              .filter(file -> file.toString().endsWith(".env.example"))
              .map(example -> Path.of(example.toString().replace(".example", "")))
              .toList();
    }

    // When
    List<Integer> ignored =
        secrets.stream()
            .map(file -> List.of("git", "check-ignore", "-q", file.toString()))
            .map(command -> Command.run(Checkout.root(), Map.of(), command).exitCode())
            .toList();

    // Then
    assertThat(ignored).isNotEmpty().containsOnly(0);
  }

  private static JsonNode yaml(String text) throws JsonProcessingException {
    return new YAMLMapper().readTree(text);
  }
}
