package org.laassoa.builder.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.laassoa.builder.testing.Actions;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.StepName;

class RecipeTest {

  @Test
  void a_deployable_project_goes_all_the_way() {
    assertThat(steps(Actions.deployable("7", "branch")))
        .containsExactly(
            StepName.CHECKOUT,
            StepName.SCRIPTS,
            StepName.IMAGE,
            StepName.COMPILE,
            StepName.PACKAGE,
            StepName.PUSH);
  }

  @Test
  void a_library_project_ends_with_its_compile_script() {
    BuildData library =
        Actions.of("7", "branch", Actions.source("main"), "compile.sh", null, null, 60);

    assertThat(steps(library)).last().isEqualTo(StepName.COMPILE);
  }

  @Test
  void a_package_script_pushes_by_itself() {
    assertThat(steps(Actions.packagedByScript("7"))).last().isEqualTo(StepName.PACKAGE);
  }

  @Test
  void a_parent_image_without_registry_is_only_made() {
    assertThat(steps(Actions.parentImage("7"))).containsExactly(StepName.SCRIPTS, StepName.PACKAGE);
  }

  private static List<StepName> steps(BuildData action) {
    return Recipe.of(action).stream().map(Step::name).toList();
  }
}
