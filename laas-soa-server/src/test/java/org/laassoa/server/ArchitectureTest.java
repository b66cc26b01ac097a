package org.laassoa.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.laassoa.server.database.EmbeddedDatabase;

/**
 * The rules behind the server's packages. Which package may know which is in the table of
 * docs/architecture.md, which the end-to-end module holds against all modules.
 */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.laassoa.server", "org.laassoa.wire");

  private static final String SERVER = "org.laassoa.server.";

  /** The packages that keep tables of their own in plain SQL. */
  private static final String[] STORES = {
    SERVER + "database",
    SERVER + "action",
    SERVER + "agent",
    SERVER + "audit",
    SERVER + "build",
    SERVER + "cluster",
    SERVER + "commitstatus",
    SERVER + "delivery",
    SERVER + "event",
    SERVER + "githook",
    SERVER + "log",
    SERVER + "provisioning",
    SERVER + "retention",
    SERVER + "people",
    SERVER + "secret"
  };

  @Test
  void no_packages_know_each_other() {
    ArchRule rule = slices().matching(SERVER + "(*)..").should().beFreeOfCycles();
    rule.check(CLASSES);
  }

  @Test
  void no_kinds_of_configuration_know_each_other() {
    ArchRule rule = slices().matching(SERVER + "configuration.(*)").should().beFreeOfCycles();
    rule.check(CLASSES);
  }

  @Test
  void the_wire_knows_neither_side_and_no_framework() {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage("org.laassoa.wire..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "org.laassoa.wire..", "java..", "com.fasterxml.jackson..", "org.jspecify..");
    rule.check(CLASSES);
  }

  @Test
  void the_agent_is_never_known() {
    ArchRule rule =
        noClasses().should().dependOnClassesThat().resideInAPackage("org.laassoa.builder..");
    rule.check(CLASSES);
  }

  /** Others may join a transaction of theirs: they pass the connection on and read nothing. */
  @Test
  void sql_is_spoken_where_tables_are_kept() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages(STORES)
            .should()
            .dependOnClassesThat(
                resideInAPackage("java.sql..")
                    .and(not(belongToAnyOf(Connection.class, SQLException.class))));
    rule.check(CLASSES);
  }

  @Test
  void the_queue_and_the_log_do_not_pass_through_the_entity_manager() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(STORES)
            .and()
            .resideOutsideOfPackage(SERVER + "build")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..");
    rule.check(CLASSES);
  }

  @Test
  void queue_database_and_secrets_know_nothing_of_http() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(SERVER + "action", SERVER + "database", SERVER + "secret")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..", SERVER + "problem");
    rule.check(CLASSES);
  }

  @Test
  void secrets_are_decrypted_for_the_configuration_only() {
    ArchRule rule =
        noClasses()
            .that(not(simpleName("RotateSecretKeyCommand")))
            .and()
            .resideOutsideOfPackages(
                SERVER + "secret",
                SERVER + "configuration..",
                SERVER + "githook",
                SERVER + "machine")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SERVER + "secret");
    rule.check(CLASSES);
  }

  @Test
  void the_console_is_never_known() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage(SERVER + "console..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SERVER + "console..");
    rule.check(CLASSES);
  }

  @Test
  void resources_are_public_and_named_so() {
    ArchRule rule =
        classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .bePublic()
            .andShould()
            .haveNameMatching(".*(Resource|\\.console\\..*Pages?)")
            .because("the framework serves 404 for one that is not public");
    rule.check(CLASSES);
  }

  @Test
  void resources_are_in_the_packages_that_people_and_agents_call() {
    ArchRule rule =
        classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .resideInAnyPackage(
                SERVER + "agent",
                SERVER + "agentwire",
                SERVER + "audit",
                SERVER + "build",
                SERVER + "configuration.*",
                SERVER + "console..",
                SERVER + "githook",
                SERVER + "githost",
                SERVER + "log",
                SERVER + "machine",
                SERVER + "people",
                SERVER + "provisioning",
                SERVER + "signin",
                SERVER + "webhook");
    rule.check(CLASSES);
  }

  @Test
  void dependencies_come_by_constructor() {
    ArchRule rule =
        noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty");
    rule.check(CLASSES);
  }

  /** That one quietens a library which logs so, before the framework is there. */
  @Test
  void nobody_logs_by_the_jdks_own_logger() {
    ArchRule rule =
        noClasses()
            .that(not(belongToAnyOf(EmbeddedDatabase.class)))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.util.logging.."));
    rule.check(CLASSES);
  }
}
