package org.laassoa.server.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the transactions of one real, migrated PostgreSQL, started once for all of them. */
public final class RealPostgres implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RealPostgres.class);

  private record Running(EmbeddedPostgres postgres, DataSource dataSource)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      postgres.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Transactions.class;
  }

  @Override
  public Transactions resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Running.class, key -> start(), Running.class);
    Class<?> test = context.getRequiredTestClass();
    if (!test.isAnnotationPresent(OwnDatabase.class)) {
      return new Transactions(running.dataSource());
    }
    return new Transactions(
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                test.getName(), key -> ownDatabase(running.postgres(), test), DataSource.class));
  }

  /** For a test that changes whole tables: others keep their rows. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface OwnDatabase {}

  private static DataSource ownDatabase(EmbeddedPostgres postgres, Class<?> test) {
    String name = test.getSimpleName().toLowerCase(Locale.ROOT);
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      execute(connection, "CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database for " + test, e);
    }
    DataSource own = postgres.getDatabase("postgres", name);
    Flyway.configure().dataSource(own).load().migrate();
    return own;
  }

  private static Running start() {
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
      DataSource dataSource = postgres.getPostgresDatabase();
      Flyway.configure().dataSource(dataSource).load().migrate();
      return new Running(postgres, dataSource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs one statement. */
  public static int execute(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
      return statement.getUpdateCount();
    }
  }

  /** Runs a query for one number. */
  public static long number(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
