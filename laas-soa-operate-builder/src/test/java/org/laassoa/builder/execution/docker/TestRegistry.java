package org.laassoa.builder.execution.docker;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.laassoa.wire.Registry;

/** The registry that the tests push to. */
final class TestRegistry {

  private TestRegistry() {}

  static Registry registry() {
    return new Registry(
        address().orElseThrow(),
        System.getenv("LAAS_TEST_REGISTRY_USER"),
        System.getenv("LAAS_TEST_REGISTRY_PASSWORD"));
  }

  private static Optional<String> address() {
    return Optional.ofNullable(System.getenv("LAAS_TEST_REGISTRY"))
        .filter(address -> !address.isBlank());
  }

  /** Skips where there is no registry; fails where {@code CI} is {@code true}. */
  static final class Condition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (address().isPresent()) {
        return ConditionEvaluationResult.enabled("LAAS_TEST_REGISTRY names a registry");
      }
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException("LAAS_TEST_REGISTRY names no registry");
      }
      return ConditionEvaluationResult.disabled("LAAS_TEST_REGISTRY names no registry");
    }
  }
}
