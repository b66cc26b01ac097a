package org.laassoa.endtoend.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rules of Kubernetes' pod security standard "restricted", and some of our own. The one
 * container that they cannot hold for is the engine.
 */
class PodSecurityTest {

  private static final String ENGINE = "engine";

  @ParameterizedTest
  @EnumSource
  void every_container_but_the_engine_is_restricted(Installation.Example example) {
    // When
    List<Workload> workloads = example.render().workloads();

    // Then
    assertThat(workloads)
        .allSatisfy(
            workload ->
                assertThat(workload.containers())
                    .filteredOn(container -> !container.getName().equals(ENGINE))
                    .allSatisfy(container -> assertRestricted(workload, container)));
  }

  @ParameterizedTest
  @EnumSource
  void nothing_runs_as_root(Installation.Example example) {
    // When
    List<Workload> workloads = example.render().workloads();

    // Then
    assertThat(workloads)
        .extracting(workload -> workload.pod().getSecurityContext())
        .allMatch(context -> context.getRunAsNonRoot() && context.getRunAsUser() > 0);
  }

  @ParameterizedTest
  @EnumSource
  void no_pod_shares_anything_with_its_node(Installation.Example example) {
    // When
    List<Workload> workloads = example.render().workloads();

    // Then
    assertThat(workloads)
        .extracting(Workload::pod)
        .allMatch(
            pod ->
                pod.getHostNetwork() == null
                    && pod.getHostPID() == null
                    && pod.getHostIPC() == null
                    && pod.getVolumes().stream().allMatch(volume -> volume.getHostPath() == null));
  }

  @ParameterizedTest
  @EnumSource
  void no_pod_is_given_a_token_of_the_kubernetes_api(Installation.Example example) {
    // When
    Installation installation = example.render();

    // Then
    assertThat(installation.workloads())
        .allMatch(
            workload -> Boolean.FALSE.equals(workload.pod().getAutomountServiceAccountToken()));
    assertThat(installation.all(ServiceAccount.class))
        .allMatch(account -> Boolean.FALSE.equals(account.getAutomountServiceAccountToken()));
  }

  @ParameterizedTest
  @EnumSource
  void every_container_has_a_memory_limit(Installation.Example example) {
    // When
    List<Workload> workloads = example.render().workloads();

    // Then
    assertThat(workloads)
        .flatExtracting(Workload::containers)
        .allMatch(
            container ->
                container.getResources().getLimits().containsKey("memory")
                    && container.getResources().getRequests().containsKey("memory"));
  }

  @ParameterizedTest
  @EnumSource
  void the_servers_namespace_admits_restricted_pods_only(Installation.Example example) {
    // When
    List<Namespace> namespaces = example.render().all(Namespace.class);

    // Then
    assertThat(namespaces)
        .filteredOn(namespace -> namespace.getMetadata().getName().equals("laas"))
        .singleElement()
        .satisfies(
            namespace ->
                assertThat(namespace.getMetadata().getLabels())
                    .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
  }

  @ParameterizedTest
  @EnumSource
  void agent_and_engine_see_the_workspaces_at_the_same_path(Installation.Example example) {
    // Given
    Workload agents =
        example.render().workloads().stream()
            .filter(workload -> workload.name().equals("laas-agent"))
            .findFirst()
            .orElseThrow();

    // When
    List<VolumeMount> mounts = agents.container("agent").getVolumeMounts();

    // Then
    assertThat(mounts)
        .filteredOn(mount -> List.of("root", "engine").contains(mount.getName()))
        .hasSize(2)
        .isSubsetOf(agents.container(ENGINE).getVolumeMounts());
  }

  private static void assertRestricted(Workload workload, Container container) {
    PodSecurityContext pod = workload.pod().getSecurityContext();
    SecurityContext own = container.getSecurityContext();
    assertThat(own.getPrivileged()).isNotEqualTo(Boolean.TRUE);
    assertThat(own.getAllowPrivilegeEscalation()).isFalse();
    assertThat(own.getReadOnlyRootFilesystem()).isTrue();
    assertThat(own.getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(own.getCapabilities().getAdd()).isNullOrEmpty();
    var seccomp =
        own.getSeccompProfile() == null ? pod.getSeccompProfile() : own.getSeccompProfile();
    assertThat(seccomp.getType()).isEqualTo("RuntimeDefault");
  }
}
