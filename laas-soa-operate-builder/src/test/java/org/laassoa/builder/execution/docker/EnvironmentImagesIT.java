package org.laassoa.builder.execution.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.RequiresEngine;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.wire.Environment;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.PullPolicy;
import org.laassoa.wire.StepName;

@RequiresEngine
@Timeout(60)
class EnvironmentImagesIT {

  @TempDir Path root;
  EngineTestBed bed;

  @BeforeEach
  void connect() throws Exception {
    bed = new EngineTestBed(root);
  }

  @AfterEach
  void cleanUp() {
    bed.close();
  }

  @Test
  void an_image_that_is_up_to_date_is_used_as_it_is() throws Exception {
    // Given
    bed.prepared();
    bed.lines.clear();
    // When
    bed.prepared();
    // Then
    assertThat(bed.lines).isEmpty();
  }

  @Test
  void a_changed_recipe_makes_the_image_again() throws Exception {
    // Given
    bed.prepared();
    Environment changed = bed.environment(EngineTestBed.BUSYBOX, "ENV ADDED=yes\r\nRUN true\r\n");
    // When
    bed.executor.prepare(StepName.IMAGE, changed, bed);
    // Then
    bed.executor.run(
        bed.script("echo $ADDED", EngineTestBed.NO_LIMITS, Map.of(), changed, false), bed);
    assertThat(bed.output()).isEqualTo("yes\n");
  }

  @Test
  void two_builds_that_need_the_same_image_make_it_once() throws Exception {
    // Given
    Environment environment = bed.environment(EngineTestBed.BUSYBOX, "RUN echo made-once");
    Callable<Void> build =
        () -> {
          bed.executor.prepare(StepName.IMAGE, environment, bed);
          return null;
        };
    // When
    try (var builds = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : builds.invokeAll(List.of(build, build))) {
        done.get();
      }
    }
    // Then
    assertThat(bed.lines).containsOnlyOnce("made-once");
  }

  @Test
  void a_recipe_line_that_fails_is_the_inputs_failure() {
    // Given
    Environment environment = bed.environment(EngineTestBed.BUSYBOX, "RUN exit 7");
    // When
    var failure = assertThatThrownBy(() -> bed.executor.prepare(StepName.IMAGE, environment, bed));
    // Then
    failure.isInstanceOfSatisfying(
        BuildFailure.class,
        f ->
            assertThat(f.outcome())
                .isInstanceOfSatisfying(
                    Outcome.InputFailed.class,
                    outcome -> {
                      assertThat(outcome.reason()).isEqualTo(FailureReason.IMAGE_BUILD_FAILED);
                      assertThat(outcome.detail()).contains("non-zero code: 7");
                    }));
  }

  @Test
  void an_image_that_no_registry_has_cannot_be_had() {
    // Given
    Environment environment = bed.environment("127.0.0.1:1/laas-test/absent:1", null);
    // When
    var failure = assertThatThrownBy(() -> bed.executor.prepare(StepName.IMAGE, environment, bed));
    // Then
    failure.isInstanceOfSatisfying(
        BuildFailure.class,
        f ->
            assertThat(f.outcome())
                .isInstanceOfSatisfying(
                    Outcome.InputFailed.class,
                    outcome -> {
                      assertThat(outcome.reason()).isEqualTo(FailureReason.IMAGE_UNAVAILABLE);
                      assertThat(outcome.detail())
                          .startsWith("the image 127.0.0.1:1/laas-test/absent:1 cannot be had: ");
                    }));
  }

  @Test
  void never_means_that_nothing_is_pulled() {
    // Given
    Environment environment =
        new Environment(
            bed.environment, "laas-test/absent:1", null, PullPolicy.NEVER, "none", null);
    // When
    var failure = assertThatThrownBy(() -> bed.executor.prepare(StepName.IMAGE, environment, bed));
    // Then
    failure.isInstanceOf(BuildFailure.class).hasMessageContaining("never to pull");
    assertThat(bed.lines).isEmpty();
  }
}
