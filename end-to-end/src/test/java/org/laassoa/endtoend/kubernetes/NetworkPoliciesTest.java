package org.laassoa.endtoend.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkPoliciesTest {

  private static final String NAMESPACE = "kubernetes.io/metadata.name";

  /** Made by others: the cluster, the Ingress controller, Prometheus, and an operator. */
  private static final Set<String> FOREIGN =
      Set.of("kube-system", "ingress-nginx", "monitoring", "cnpg-system");

  @ParameterizedTest
  @EnumSource
  void every_namespace_denies_what_is_not_allowed(Installation.Example example) {
    // When
    Installation installation = example.render();

    // Then
    assertThat(installation.workloads())
        .allMatch(
            workload ->
                installation.all(NetworkPolicy.class).stream()
                    .anyMatch(policy -> deniesAll(policy, workload.namespace())));
  }

  @ParameterizedTest
  @EnumSource
  void every_policy_is_for_pods_that_are_there(Installation.Example example) {
    // When
    Installation installation = example.render();

    // Then
    assertThat(installation.all(NetworkPolicy.class))
        .allMatch(
            policy ->
                hasPods(
                    installation,
                    policy.getMetadata().getNamespace(),
                    policy.getSpec().getPodSelector()));
  }

  @ParameterizedTest
  @EnumSource
  void every_party_named_in_a_policy_is_there(Installation.Example example) {
    // When
    Installation installation = example.render();

    // Then
    assertThat(installation.all(NetworkPolicy.class))
        .allSatisfy(
            policy ->
                assertThat(parties(policy))
                    .allMatch(party -> isThere(installation, policy, party)));
  }

  @ParameterizedTest
  @EnumSource
  void ports_named_in_policies_are_those_of_the_pods(Installation.Example example) {
    // When
    Installation installation = example.render();

    // Then
    assertThat(installation.all(NetworkPolicy.class))
        .flatExtracting(
            policy ->
                policy.getSpec().getIngress().stream()
                    .flatMap(rule -> rule.getPorts().stream())
                    .map(NetworkPolicyPort::getPort)
                    .map(IntOrString::getStrVal)
                    .filter(name -> name != null)
                    .filter(name -> !hasPort(installation, policy, name))
                    .toList())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void only_servers_reach_the_database(Installation.Example example) {
    // When
    List<NetworkPolicyIngressRule> rules =
        example.render().all(NetworkPolicy.class).stream()
            .filter(policy -> policy.getMetadata().getName().equals("to-database"))
            .flatMap(policy -> policy.getSpec().getIngress().stream())
            .toList();

    // Then
    assertThat(rules)
        .flatExtracting(NetworkPolicyIngressRule::getFrom)
        .isNotEmpty()
        .allMatch(
            party ->
                party.getNamespaceSelector() != null
                    ? labels(party.getNamespaceSelector()).containsValue("cnpg-system")
                    : labels(party.getPodSelector()).containsValue("laas-server")
                        || labels(party.getPodSelector()).containsKey("cnpg.io/cluster"));
  }

  @ParameterizedTest
  @EnumSource
  void nothing_comes_in_to_agents(Installation.Example example) {
    // When
    List<NetworkPolicy> policies = example.render().all(NetworkPolicy.class);

    // Then
    assertThat(policies)
        .filteredOn(policy -> policy.getMetadata().getNamespace().equals("laas-agents"))
        .isNotEmpty()
        .allMatch(policy -> policy.getSpec().getIngress().isEmpty());
  }

  private static boolean deniesAll(NetworkPolicy policy, String namespace) {
    return policy.getMetadata().getNamespace().equals(namespace)
        && labels(policy.getSpec().getPodSelector()).isEmpty()
        && policy.getSpec().getPolicyTypes().containsAll(List.of("Ingress", "Egress"))
        && policy.getSpec().getIngress().isEmpty()
        && policy.getSpec().getEgress().isEmpty();
  }

  private static Stream<NetworkPolicyPeer> parties(NetworkPolicy policy) {
    return Stream.concat(
        policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()),
        policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()));
  }

  private static boolean isThere(
      Installation installation, NetworkPolicy policy, NetworkPolicyPeer party) {
    if (party.getIpBlock() != null) {
      return true;
    }
    String namespace =
        party.getNamespaceSelector() == null
            ? policy.getMetadata().getNamespace()
            : labels(party.getNamespaceSelector()).get(NAMESPACE);
    return FOREIGN.contains(namespace) || hasPods(installation, namespace, party.getPodSelector());
  }

  private static boolean hasPods(
      Installation installation, String namespace, LabelSelector selector) {
    return Stream.concat(
            installation.workloads().stream()
                .filter(workload -> workload.namespace().equals(namespace))
                .map(Workload::labels),
            installation.all("Cluster").stream()
                .filter(cluster -> cluster.getMetadata().getNamespace().equals(namespace))
                // The operator labels its pods so.
                .map(cluster -> Map.of("cnpg.io/cluster", cluster.getMetadata().getName())))
        .anyMatch(pod -> pod.entrySet().containsAll(labels(selector).entrySet()));
  }

  private static boolean hasPort(Installation installation, NetworkPolicy policy, String name) {
    return installation.workloads().stream()
        .filter(
            workload ->
                workload.namespace().equals(policy.getMetadata().getNamespace())
                    && workload.matches(labels(policy.getSpec().getPodSelector())))
        .allMatch(
            workload ->
                workload.containers().stream()
                    .flatMap(container -> container.getPorts().stream())
                    .anyMatch(port -> port.getName().equals(name)));
  }

  private static Map<String, String> labels(LabelSelector selector) {
    return selector.getMatchLabels() == null ? Map.of() : selector.getMatchLabels();
  }
}
