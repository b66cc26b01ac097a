package org.laassoa.endtoend.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The variables that our containers are given, held against the settings that there are. */
class SettingsTest {

  @ParameterizedTest
  @EnumSource
  void the_server_is_given_only_settings_that_it_has(Installation.Example example) {
    // When
    Set<String> given = given(example.render(), "laas-server", "server");

    // Then
    assertThat(given).isNotEmpty().isSubsetOf(KnownSettings.ofServer());
  }

  @ParameterizedTest
  @EnumSource
  void the_agent_is_given_only_settings_that_it_has(Installation.Example example) {
    // When
    Set<String> given = given(example.render(), "laas-agent", "agent");

    // Then
    assertThat(given).isNotEmpty().isSubsetOf(KnownSettings.ofAgent());
  }

  @ParameterizedTest
  @EnumSource
  void an_agent_has_time_to_finish_and_to_hand_back_the_rest(Installation.Example example) {
    // When
    Installation installation = example.render();

    // Then
    long grace = Long.parseLong(Provided.settings(installation, "laas-agent").get("LAAS_GRACE"));
    assertThat(workload(installation, "laas-agent").pod().getTerminationGracePeriodSeconds())
        .isEqualTo(grace + 60);
  }

  private static Set<String> given(Installation installation, String name, String container) {
    Container found = workload(installation, name).container(container);
    Set<String> given = new HashSet<>(Provided.settings(installation, name).keySet());
    found.getEnv().stream().map(EnvVar::getName).forEach(given::add);
    // The engine's address and the home directory are everybody's.
    given.removeAll(List.of("DOCKER_HOST", "HOME"));
    return given;
  }

  private static Workload workload(Installation installation, String name) {
    return installation.workloads().stream()
        .filter(workload -> workload.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
