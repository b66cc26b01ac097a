package org.laassoa.builder;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** Which package may know which: the table in docs/architecture.md, for the agent. */
@AnalyzeClasses(
    packages = "org.laassoa.builder",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

  private static final String BUILDER = "org.laassoa.builder";

  @ArchTest static final ArchRule a_workspace_knows_no_other_package = onlyKnows("workspace");

  @ArchTest
  static final ArchRule the_calls_to_the_server_know_no_other_package = onlyKnows("server");

  @ArchTest static final ArchRule execution_knows_workspaces = onlyKnows("execution", "workspace");

  @ArchTest
  static final ArchRule docker_knows_execution =
      onlyKnows("execution.docker", "execution", "workspace");

  @ArchTest
  static final ArchRule processes_know_execution =
      onlyKnows("execution.process", "execution", "workspace");

  @ArchTest
  static final ArchRule git_knows_execution_and_workspaces =
      onlyKnows("git", "execution", "workspace");

  @ArchTest
  static final ArchRule the_log_knows_execution_and_the_server =
      onlyKnows("log", "execution", "server");

  @ArchTest
  static final ArchRule a_build_knows_the_parts_and_not_the_agent =
      onlyKnows("build", "execution", "git", "log", "server", "workspace");

  @ArchTest
  static final ArchRule only_the_agent_knows_which_executors_there_are =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              BUILDER + ".agent..",
              BUILDER + ".execution.docker..",
              BUILDER + ".execution.process..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(BUILDER + ".execution.docker..", BUILDER + ".execution.process..");

  @ArchTest
  static final ArchRule no_packages_know_each_other =
      slices().matching(BUILDER + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_server_is_never_known =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.laassoa.server..");

  private static ArchRule onlyKnows(String feature, String... others) {
    String[] allowed =
        Arrays.stream(others).map(other -> BUILDER + "." + other).toArray(String[]::new);
    DescribedPredicate<JavaClass> outside =
        DescribedPredicate.not(resideInAnyPackage(BUILDER + ".."));
    return classes()
        .that()
        .resideInAPackage(BUILDER + "." + feature + (feature.equals("execution") ? "" : ".."))
        .should(
            onlyDependOnClassesThat(
                outside
                    .or(resideInAnyPackage(BUILDER + "." + feature + ".."))
                    .or(resideInAnyPackage(allowed))))
        .allowEmptyShould(true);
  }
}
