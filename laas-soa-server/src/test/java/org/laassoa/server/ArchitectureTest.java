package org.laassoa.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.laassoa.server.database.EmbeddedDatabase;

/**
 * The rules behind the server's packages. Which package may know which is in the table of
 * docs/architecture.md, which the end-to-end module holds against all modules.
 */
@AnalyzeClasses(
    packages = {"org.laassoa.server", "org.laassoa.wire"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String SERVER = "org.laassoa.server.";

  /** The packages that keep tables of their own in plain SQL. */
  private static final String[] STORES = {
    SERVER + "database",
    SERVER + "action",
    SERVER + "agent",
    SERVER + "build",
    SERVER + "log",
    SERVER + "signin"
  };

  @ArchTest
  static final ArchRule no_packages_know_each_other =
      slices().matching(SERVER + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule no_kinds_of_configuration_know_each_other =
      slices().matching(SERVER + "configuration.(*)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_wire_knows_neither_side_and_no_framework =
      classes()
          .that()
          .resideInAPackage("org.laassoa.wire..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.laassoa.wire..", "java..", "com.fasterxml.jackson..", "org.jspecify..");

  @ArchTest
  static final ArchRule the_agent_is_never_known =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.laassoa.builder..");

  /** Others may join a transaction of theirs: they pass the connection on and read nothing. */
  @ArchTest
  static final ArchRule sql_is_spoken_where_tables_are_kept =
      noClasses()
          .that()
          .resideOutsideOfPackages(STORES)
          .should()
          .dependOnClassesThat(
              resideInAPackage("java.sql..")
                  .and(not(belongToAnyOf(Connection.class, SQLException.class))));

  @ArchTest
  static final ArchRule the_queue_and_the_log_do_not_pass_through_the_entity_manager =
      noClasses()
          .that()
          .resideInAnyPackage(STORES)
          .and()
          .resideOutsideOfPackage(SERVER + "build")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..");

  @ArchTest
  static final ArchRule queue_database_and_secrets_know_nothing_of_http =
      noClasses()
          .that()
          .resideInAnyPackage(SERVER + "action", SERVER + "database", SERVER + "secret")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..", SERVER + "problem");

  @ArchTest
  static final ArchRule secrets_are_decrypted_for_the_configuration_only =
      noClasses()
          .that()
          .resideOutsideOfPackages(SERVER + "secret", SERVER + "configuration..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SERVER + "secret");

  @ArchTest
  static final ArchRule resources_are_public_and_named_so =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .bePublic()
          .andShould()
          .haveSimpleNameEndingWith("Resource")
          .because("the framework serves 404 for one that is not public");

  @ArchTest
  static final ArchRule resources_are_in_the_packages_that_people_and_agents_call =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .resideInAnyPackage(
              SERVER + "agent",
              SERVER + "agentwire",
              SERVER + "build",
              SERVER + "configuration.*",
              SERVER + "log");

  @ArchTest
  static final ArchRule dependencies_come_by_constructor =
      noFields()
          .should()
          .beAnnotatedWith(Inject.class)
          .orShould()
          .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty");

  /** That one quietens a library which logs so, before the framework is there. */
  @ArchTest
  static final ArchRule nobody_logs_by_the_jdks_own_logger =
      noClasses()
          .that(not(belongToAnyOf(EmbeddedDatabase.class)))
          .should()
          .dependOnClassesThat(resideInAnyPackage("java.util.logging.."));
}
