package org.laassoa.endtoend.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.Endpoint;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What names something else, and whether that is there. */
class ReferencesTest {

  @ParameterizedTest
  @EnumSource
  void a_workload_takes_its_own_pods(Installation.Example example) {
    // When
    List<Workload> workloads = example.render().workloads();

    // Then
    assertThat(workloads)
        .isNotEmpty()
        .allMatch(workload -> workload.matches(workload.selector().getMatchLabels()));
  }

  @ParameterizedTest
  @EnumSource
  void a_service_leads_to_pods_with_its_ports(Installation.Example example) {
    // When
    Installation installation = example.render();

    // Then
    assertThat(installation.all(Service.class))
        .isNotEmpty()
        .allSatisfy(
            service ->
                assertThat(service.getSpec().getPorts())
                    .allSatisfy(
                        port ->
                            assertThat(podsOf(installation, service))
                                .isNotEmpty()
                                .allMatch(pod -> hasPort(pod, port.getTargetPort()))));
  }

  @ParameterizedTest
  @EnumSource
  void the_ingress_leads_to_a_service(Installation.Example example) {
    // When
    Installation installation = example.render();

    // Then
    assertThat(installation.all(Ingress.class))
        .singleElement()
        .satisfies(
            ingress -> {
              var backend =
                  ingress
                      .getSpec()
                      .getRules()
                      .getFirst()
                      .getHttp()
                      .getPaths()
                      .getFirst()
                      .getBackend()
                      .getService();
              assertThat(service(installation, backend.getName()).getSpec().getPorts())
                  .anyMatch(port -> port.getName().equals(backend.getPort().getName()));
              assertThat(ingress.getSpec().getTls().getFirst().getHosts())
                  .containsExactly(ingress.getSpec().getRules().getFirst().getHost());
            });
  }

  @ParameterizedTest
  @EnumSource
  void a_disruption_budget_is_for_pods_that_are_there(Installation.Example example) {
    // When
    Installation installation = example.render();

    // Then
    assertThat(installation.all(PodDisruptionBudget.class))
        .isNotEmpty()
        .allMatch(
            budget ->
                matchesWorkload(
                    installation,
                    budget.getMetadata().getNamespace(),
                    budget.getSpec().getSelector()));
  }

  @ParameterizedTest
  @EnumSource
  void pods_are_spread_by_their_own_labels(Installation.Example example) {
    // When
    List<Workload> workloads = example.render().workloads();

    // Then
    assertThat(workloads)
        .allSatisfy(
            workload ->
                assertThat(workload.pod().getTopologySpreadConstraints())
                    .allMatch(
                        spread -> workload.matches(spread.getLabelSelector().getMatchLabels())))
        .anyMatch(workload -> !workload.pod().getTopologySpreadConstraints().isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void settings_and_secrets_that_pods_name_are_there(Installation.Example example) {
    // Given
    Installation installation = example.render();
    Set<String> provided = Provided.by(installation);
    Set<String> wanted = new HashSet<>();

    // When
    for (Workload workload : installation.workloads()) {
      for (Container container : workload.containers()) {
        wanted.addAll(wanted(workload.namespace(), container));
      }
    }

    // Then
    assertThat(wanted).isNotEmpty();
    assertThat(provided).containsAll(wanted);
  }

  @ParameterizedTest
  @EnumSource
  void every_mounted_volume_is_there_and_every_volume_is_mounted(Installation.Example example) {
    // When
    List<Workload> workloads = example.render().workloads();

    // Then
    assertThat(workloads)
        .allSatisfy(
            workload ->
                assertThat(volumes(workload))
                    .isEqualTo(
                        new HashSet<>(
                            workload.containers().stream()
                                .flatMap(container -> container.getVolumeMounts().stream())
                                .map(VolumeMount::getName)
                                .toList())));
  }

  @ParameterizedTest
  @EnumSource
  void pods_run_as_an_account_that_is_there(Installation.Example example) {
    // When
    Installation installation = example.render();

    // Then
    assertThat(installation.workloads())
        .allMatch(
            workload ->
                installation.all(ServiceAccount.class).stream()
                    .anyMatch(
                        account ->
                            account
                                    .getMetadata()
                                    .getName()
                                    .equals(workload.pod().getServiceAccountName())
                                && account
                                    .getMetadata()
                                    .getNamespace()
                                    .equals(workload.namespace())));
  }

  @ParameterizedTest
  @EnumSource
  void probes_ask_ports_that_the_container_has(Installation.Example example) {
    // When
    List<Workload> workloads = example.render().workloads();

    // Then
    assertThat(workloads)
        .allSatisfy(
            workload ->
                assertThat(workload.containers())
                    .allMatch(
                        container ->
                            probes(container)
                                .filter(probe -> probe.getHttpGet() != null)
                                .allMatch(
                                    probe ->
                                        names(container.getPorts())
                                            .contains(probe.getHttpGet().getPort().getStrVal()))));
  }

  @ParameterizedTest
  @EnumSource(names = "PRODUCTION")
  void prometheus_finds_the_service_and_its_port(Installation.Example example) {
    // When
    Installation installation = example.render();

    // Then
    ServiceMonitor monitor = installation.all(ServiceMonitor.class).getFirst();
    assertThat(installation.all(Service.class))
        .filteredOn(
            service ->
                service.getMetadata().getLabels() != null
                    && service
                        .getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(monitor.getSpec().getSelector().getMatchLabels().entrySet()))
        .singleElement()
        .satisfies(
            service -> {
              assertThat(monitor.getSpec().getNamespaceSelector().getMatchNames())
                  .containsExactly(service.getMetadata().getNamespace());
              assertThat(monitor.getSpec().getEndpoints())
                  .extracting(Endpoint::getPort)
                  .isSubsetOf(
                      service.getSpec().getPorts().stream().map(port -> port.getName()).toList());
            });
  }

  @ParameterizedTest
  @EnumSource(names = "PRODUCTION")
  void keda_scales_agents_by_what_each_takes(Installation.Example example) {
    // When
    Installation installation = example.render();

    // Then
    var scaled = installation.all("ScaledObject").getFirst();
    String target = scaled.get("spec", "scaleTargetRef", "name");
    assertThat(installation.workloads())
        .filteredOn(workload -> workload.name().equals(target))
        .singleElement()
        .satisfies(
            workload ->
                assertThat(workload.namespace()).isEqualTo(scaled.getMetadata().getNamespace()));
    assertThat(Provided.settings(installation, "laas-agent"))
        .containsEntry(
            "LAAS_CAPACITY", scaled.<String>get("spec", "triggers", 0, "metadata", "threshold"));
  }

  @ParameterizedTest
  @EnumSource
  void a_stateful_set_has_its_service(Installation.Example example) {
    // When
    Installation installation = example.render();

    // Then
    assertThat(installation.all(StatefulSet.class))
        .allSatisfy(
            set ->
                assertThat(
                        service(installation, set.getSpec().getServiceName())
                            .getSpec()
                            .getClusterIP())
                    .isEqualTo("None"));
  }

  private static List<Workload> podsOf(Installation installation, Service service) {
    return installation.workloads().stream()
        .filter(
            workload ->
                workload.namespace().equals(service.getMetadata().getNamespace())
                    && workload.matches(service.getSpec().getSelector()))
        .toList();
  }

  private static boolean hasPort(Workload workload, IntOrString port) {
    return workload.containers().stream()
        .flatMap(container -> container.getPorts().stream())
        .anyMatch(
            has ->
                has.getName().equals(port.getStrVal())
                    || has.getContainerPort().equals(port.getIntVal()));
  }

  private static Service service(Installation installation, String name) {
    return installation.all(Service.class).stream()
        .filter(service -> service.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static boolean matchesWorkload(
      Installation installation, String namespace, LabelSelector selector) {
    return installation.workloads().stream()
        .anyMatch(
            workload ->
                workload.namespace().equals(namespace)
                    && workload.matches(selector.getMatchLabels()));
  }

  private static List<String> wanted(String namespace, Container container) {
    List<String> wanted = new ArrayList<>();
    container.getEnvFrom().stream()
        .filter(from -> from.getConfigMapRef() != null)
        .forEach(from -> wanted.add(namespace + "/" + from.getConfigMapRef().getName()));
    container.getEnv().stream()
        .map(variable -> variable.getValueFrom())
        .filter(Objects::nonNull)
        .map(EnvVarSource::getSecretKeyRef)
        .filter(Objects::nonNull)
        .forEach(key -> wanted.add(namespace + "/" + key.getName() + "/" + key.getKey()));
    return wanted;
  }

  private static Set<String> volumes(Workload workload) {
    Stream<String> claimed =
        workload.made() instanceof StatefulSet set
            ? set.getSpec().getVolumeClaimTemplates().stream()
                .map(claim -> claim.getMetadata().getName())
            : Stream.of();
    return new HashSet<>(
        Stream.concat(workload.pod().getVolumes().stream().map(Volume::getName), claimed).toList());
  }

  private static Stream<Probe> probes(Container container) {
    return Stream.of(
            container.getStartupProbe(),
            container.getLivenessProbe(),
            container.getReadinessProbe())
        .filter(Objects::nonNull);
  }

  private static List<String> names(List<ContainerPort> ports) {
    return ports.stream().map(ContainerPort::getName).toList();
  }
}
