package org.laassoa.builder.execution.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.RequiresEngine;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.Executor.ImageBuild;
import org.laassoa.wire.Environment;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.PullPolicy;
import org.laassoa.wire.Registry;
import org.laassoa.wire.StepName;

/** With a registry that wants a login, named by {@code LAAS_TEST_REGISTRY}. */
@RequiresEngine
@ExtendWith(TestRegistry.Condition.class)
@Timeout(60)
class PushIT {

  @TempDir Path root;
  EngineTestBed bed;
  Registry registry;
  String name;

  @BeforeEach
  void connect() throws Exception {
    bed = new EngineTestBed(root);
    registry = TestRegistry.registry();
    name = registry.address() + "/laas-test/pushed:" + bed.environment;
  }

  @AfterEach
  void cleanUp() {
    bed.executor.removeImage(name);
    bed.close();
  }

  @Test
  void a_pushed_image_has_the_registrys_digest() throws Exception {
    // Given
    ImageReport image = built();
    // When
    ImageReport pushed = bed.executor.pushImage(image, registry, bed);
    // Then
    assertThat(pushed.id()).isEqualTo(image.id());
    assertThat(pushed.digest()).matches("sha256:[0-9a-f]{64}");
    assertThat(bed.lines).doesNotHaveDuplicates();
  }

  @Test
  void a_pushed_image_can_be_pulled_with_the_login() throws Exception {
    // Given
    ImageReport pushed = bed.executor.pushImage(built(), registry, bed);
    bed.executor.removeImage(name);
    String byDigest = ImageName.of(name).repository() + "@" + pushed.digest();
    Environment environment =
        new Environment(bed.environment, byDigest, null, PullPolicy.IF_MISSING, "none", registry);
    // When
    bed.executor.prepare(StepName.IMAGE, environment, bed);
    // Then
    assertThat(bed.lines).contains("Pulling " + byDigest);
    bed.executor.removeImage(byDigest);
  }

  @Test
  void a_refused_push_fails_and_does_not_show_the_password() throws Exception {
    // Given
    ImageReport image = built();
    Registry wrong = new Registry(registry.address(), registry.username(), "not-the-passw0rd");
    // When
    var failure = assertThatThrownBy(() -> bed.executor.pushImage(image, wrong, bed));
    // Then
    failure.isInstanceOfSatisfying(
        BuildFailure.class,
        f ->
            assertThat(f.outcome())
                .isInstanceOfSatisfying(
                    Outcome.InputFailed.class,
                    outcome -> {
                      assertThat(outcome.reason()).isEqualTo(FailureReason.PUSH_REFUSED);
                      assertThat(outcome.detail())
                          .contains(name)
                          .doesNotContain("not-the-passw0rd");
                    }));
  }

  private ImageReport built() throws Exception {
    Path dockerfile = bed.workspace.build().resolve("Dockerfile");
    Files.writeString(dockerfile, "FROM laas-test/busybox:1\nENV ONCE=" + bed.environment + "\n");
    return bed.executor.buildImage(
        new ImageBuild("1", dockerfile, bed.workspace.source(), name, Map.of(), "none", registry),
        bed);
  }
}
