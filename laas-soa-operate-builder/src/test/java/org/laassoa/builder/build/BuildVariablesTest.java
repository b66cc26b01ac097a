package org.laassoa.builder.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laassoa.builder.execution.Locations;
import org.laassoa.builder.testing.Actions;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.BuiltInVariables;
import org.laassoa.wire.PackagingKind;
import org.laassoa.wire.StepName;

class BuildVariablesTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @Test
  void a_script_reads_what_is_built() {
    Map<String, String> variables = of(Actions.deployable("7", "branch"));

    assertThat(variables)
        .containsEntry("LAAS_BUILD_ID", "7")
        .containsEntry("LAAS_ATTEMPT", "2")
        .containsEntry("LAAS_PROJECT", "hello")
        .containsEntry("LAAS_PROJECT_TYPE", "java")
        .containsEntry("LAAS_REF_TYPE", "branch")
        .containsEntry("LAAS_REF", "main")
        .containsEntry("LAAS_COMMIT", COMMIT)
        .containsEntry("LAAS_GIT_URL", "http://git.example/team/app.git")
        .containsEntry("LAAS_STEP", "compile")
        .containsEntry("LAAS_IMAGE", "registry.example:5000/hello-main:7_202611221000")
        .containsEntry("LAAS_REGISTRY", "registry.example:5000");
  }

  @Test
  void a_script_written_for_gitlab_runner_finds_its_variables() {
    Map<String, String> variables = of(Actions.deployable("7", "branch"));

    assertThat(variables)
        .containsEntry("CI", "true")
        .containsEntry("CI_PROJECT_NAME", "hello")
        .containsEntry("CI_PROJECT_PATH", "team/app")
        .containsEntry("CI_COMMIT_REF_NAME", "main")
        .containsEntry("CI_COMMIT_BRANCH", "main")
        .doesNotContainKey("CI_COMMIT_TAG")
        .containsEntry("CI_COMMIT_SHA", COMMIT)
        .containsEntry("CI_COMMIT_SHORT_SHA", "01234567")
        .containsEntry("CI_BUILD_ID", "7")
        .containsEntry("CI_JOB_ID", "7")
        .containsEntry("CI_PIPELINE_ID", "7")
        .containsEntry("JOB_NAME", "hello")
        .containsEntry("CI_REGISTRY", "registry.example:5000")
        .containsEntry("CI_REGISTRY_USER", "ci")
        .containsEntry("IMAGE_PROJECT_TAG", "hello-main");
  }

  @Test
  void the_list_of_built_in_variables_names_all_of_them_and_no_more() {
    Set<String> names = new TreeSet<>();
    for (String type : List.of("branch", "tag")) {
      BuildData action = Actions.deployable("7", type);
      names.addAll(
          new BuildVariables(action, 2, StepName.COMPILE, COMMIT).forTrustedScript().keySet());
      names.removeAll(action.variables().keySet());
    }
    names.addAll(new Locations("s", "b", "t", "d", "h").variables().keySet());
    // Where a package script finds the engine.
    names.add("DOCKER_HOST");

    assertThat(BuiltInVariables.NAMES).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void a_tag_is_told_as_a_tag() {
    assertThat(of(Actions.deployable("7", "tag")))
        .containsEntry("CI_COMMIT_TAG", "main")
        .doesNotContainKey("CI_COMMIT_BRANCH");
  }

  @Test
  void no_variable_of_an_ordinary_script_holds_a_password() {
    assertThat(of(Actions.deployable("7", "branch")).values())
        .doesNotContain("push-pass", "git-pass");
  }

  @Test
  void a_user_may_set_what_does_not_say_which_build_it_is() {
    BuildData action =
        with(Map.of("JOB_NAME", "mine", "CI_COMMIT_SHA", "forged", "LAAS_BUILD_ID", "99"));

    assertThat(of(action))
        .containsEntry("JOB_NAME", "mine")
        .containsEntry("CI_COMMIT_SHA", COMMIT)
        .containsEntry("LAAS_BUILD_ID", "7");
  }

  @ParameterizedTest
  @CsvSource({
    "main, main",
    "Feature/ABC_1.2, feature-abc-1-2",
    "v17.2.0-rc42-ee, v17-2-0-rc42-ee",
    "-leading-, leading",
    "功能, ''"
  })
  void a_slug_follows_gitlabs_rule(String ref, String slug) {
    assertThat(BuildVariables.slug(ref)).isEqualTo(slug);
  }

  @Test
  void a_slug_is_cut_to_63_characters_and_ends_with_no_dash() {
    assertThat(BuildVariables.slug("a".repeat(62) + "/b")).isEqualTo("a".repeat(62));
  }

  @Test
  void an_image_tag_of_a_ref_can_be_part_of_an_images_name() {
    BuildData action = Actions.of("7", "branch", Actions.source("Feature/A+B"), "c", null, null, 1);

    assertThat(of(action)).containsEntry("IMAGE_PROJECT_TAG", "hello-feature-a-b");
  }

  @Test
  void known_names_in_values_are_replaced_and_others_stay() {
    assertThat(
            BuildVariables.substitute(
                Map.of("A", "x-${KNOWN}-${UNKNOWN}-$KNOWN"), Map.of("KNOWN", "$1")))
        .containsExactly(Map.entry("A", "x-$1-${UNKNOWN}-$KNOWN"));
  }

  private static Map<String, String> of(BuildData action) {
    return new BuildVariables(action, 2, StepName.COMPILE, COMMIT).forScript();
  }

  private static BuildData with(Map<String, String> variables) {
    BuildData some = Actions.deployable("7", "branch");
    return new BuildData(
        some.action(),
        some.actionId(),
        some.actionDataId(),
        some.project(),
        some.projectType(),
        some.type(),
        some.buildConfig(),
        some.buildConfigFileId(),
        some.buildConfigFileVersionList(),
        some.source(),
        some.environment(),
        some.compileScript(),
        Actions.packaging(PackagingKind.DOCKERFILE, "Dockerfile"),
        some.registry(),
        some.limits(),
        variables,
        some.homeFiles(),
        some.secrets(),
        some.unrepeatableSteps(),
        some.secretFiles());
  }
}
