package org.laassoa.server.console.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laassoa.server.configuration.buildconfiguration.BuildConfigurationRequest;
import org.laassoa.server.configuration.capability.CapabilityRuleRequest;
import org.laassoa.server.configuration.environment.BuildEnvironmentRequest;
import org.laassoa.server.configuration.gitserver.GitServerRequest;
import org.laassoa.server.configuration.input.WriteOnly;
import org.laassoa.server.configuration.parentimage.ParentImageRequest;
import org.laassoa.server.configuration.registry.ImageRegistryRequest;
import org.laassoa.server.configuration.secret.SharedSecretRequest;
import org.laassoa.server.configuration.webhook.WebhookRequest;

class FormsTest {

  private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

  /** A PUT says all of an entry: what the form has not would be lost by saving it. */
  @ParameterizedTest
  @EnumSource
  void a_form_has_every_field_of_its_request(Section section) {
    Set<String> form = names(Forms.of(section).stream().map(Field::name));

    assertThat(form).isEqualTo(fields(request(section)));
  }

  @ParameterizedTest
  @EnumSource
  void what_is_never_shown_has_a_control_that_does_not_show_it(Section section) {
    Set<String> secret =
        names(
            Forms.of(section).stream()
                .filter(
                    field ->
                        field.control() instanceof Control.Secret
                            || field.control() instanceof Control.SecretFiles)
                .map(Field::name));

    assertThat(secret)
        .isEqualTo(
            names(
                Arrays.stream(request(section).getRecordComponents())
                    .filter(component -> component.getType() == WriteOnly.class)
                    .map(component -> SNAKE_CASE.translate(component.getName()))));
  }

  @ParameterizedTest
  @EnumSource
  void a_list_shows_fields_that_the_form_has(Section section) {
    assertThat(Columns.fields(section)).hasSize(2);
  }

  private static Class<?> request(Section section) {
    return switch (section) {
      case GIT_SERVERS -> GitServerRequest.class;
      case REGISTRIES -> ImageRegistryRequest.class;
      case ENVIRONMENTS -> BuildEnvironmentRequest.class;
      case PARENT_IMAGES -> ParentImageRequest.class;
      case BUILD_CONFIGURATIONS -> BuildConfigurationRequest.class;
      case WEBHOOKS -> WebhookRequest.class;
      case SECRETS -> SharedSecretRequest.class;
      case CAPABILITY_RULES -> CapabilityRuleRequest.class;
    };
  }

  private static Set<String> fields(Class<?> request) {
    return names(
        Arrays.stream(request.getRecordComponents())
            .filter(component -> !component.getName().equals("name"))
            .flatMap(FormsTest::fields));
  }

  private static Stream<String> fields(RecordComponent component) {
    String name = SNAKE_CASE.translate(component.getName());
    return component.getType().isRecord()
        ? fields(component.getType()).stream().map(inner -> name + "." + inner)
        : Stream.of(name);
  }

  private static Set<String> names(Stream<String> names) {
    return names.collect(Collectors.toCollection(TreeSet::new));
  }
}
