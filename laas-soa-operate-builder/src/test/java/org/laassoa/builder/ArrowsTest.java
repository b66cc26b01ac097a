package org.laassoa.builder;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Which package may know which: the table in docs/architecture.md, for the agent. */
class ArrowsTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.laassoa.builder");

  private static final String BUILDER = "org.laassoa.builder";

  @Test
  void a_workspace_knows_no_other_package() {
    ArchRule rule = onlyKnows("workspace");
    rule.check(CLASSES);
  }

  @Test
  void the_calls_to_the_server_know_no_other_package() {
    ArchRule rule = onlyKnows("server");
    rule.check(CLASSES);
  }

  @Test
  void execution_knows_workspaces() {
    ArchRule rule = onlyKnows("execution", "workspace");
    rule.check(CLASSES);
  }

  @Test
  void docker_knows_execution() {
    ArchRule rule = onlyKnows("execution.docker", "execution", "workspace");
    rule.check(CLASSES);
  }

  @Test
  void processes_know_execution() {
    ArchRule rule = onlyKnows("execution.process", "execution", "workspace");
    rule.check(CLASSES);
  }

  @Test
  void git_knows_execution_and_workspaces() {
    ArchRule rule = onlyKnows("git", "execution", "workspace");
    rule.check(CLASSES);
  }

  @Test
  void the_log_knows_execution_and_the_server() {
    ArchRule rule = onlyKnows("log", "execution", "server");
    rule.check(CLASSES);
  }

  @Test
  void a_build_knows_the_parts_and_not_the_agent() {
    ArchRule rule = onlyKnows("build", "execution", "git", "log", "server", "workspace");
    rule.check(CLASSES);
  }

  @Test
  void only_the_agent_knows_which_executors_there_are() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages(
                BUILDER + ".agent..",
                BUILDER + ".execution.docker..",
                BUILDER + ".execution.process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BUILDER + ".execution.docker..", BUILDER + ".execution.process..");
    rule.check(CLASSES);
  }

  @Test
  void no_packages_know_each_other() {
    ArchRule rule = slices().matching(BUILDER + ".(**)").should().beFreeOfCycles();
    rule.check(CLASSES);
  }

  @Test
  void the_server_is_never_known() {
    ArchRule rule =
        noClasses().should().dependOnClassesThat().resideInAPackage("org.laassoa.server..");
    rule.check(CLASSES);
  }

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
