package org.laassoa.builder;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.laassoa.builder.execution.docker.DockerExecutor;

/**
 * Marks tests that need a container engine at {@code DOCKER_HOST}. Without one they are skipped;
 * where {@code CI} is {@code true} they fail instead.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresEngine.Condition.class)
public @interface RequiresEngine {

  /** Asks the engine. */
  final class Condition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      var executor = DockerExecutor.connect(Path.of(System.getProperty("java.io.tmpdir")));
      executor.ifPresent(DockerExecutor::close);
      if (executor.isPresent()) {
        return ConditionEvaluationResult.enabled("a container engine answers");
      }
      String reason = "no container engine answers at DOCKER_HOST or /var/run/docker.sock";
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException(reason);
      }
      return ConditionEvaluationResult.disabled(reason);
    }
  }
}
