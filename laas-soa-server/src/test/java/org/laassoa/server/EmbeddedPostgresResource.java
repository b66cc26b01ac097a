package org.laassoa.server;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A real PostgreSQL and an empty home directory for the tests of one run. */
public final class EmbeddedPostgresResource implements QuarkusTestResourceLifecycleManager {
  private EmbeddedPostgres postgres;
  private Path home;

  @Override
  public Map<String, String> start() {
    try {
      home = Files.createTempDirectory("laas-soa-test");
      postgres = EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"),
        "quarkus.datasource.username", "postgres",
        "quarkus.datasource.password", "postgres",
        "quarkus.flyway.migrate-at-start", "true",
        "quarkus.http.test-port", "0",
        "laas.admin-password", "test",
        // On a slow machine no test finds in the queue what another one has taken.
        "laas.lease", "PT10M",
        "laas.deliveries.first-pause", "PT0.1S",
        "laas.home", home.toString());
  }

  @Override
  public void stop() {
    try {
      postgres.close();
      Files.deleteIfExists(home.resolve("secret.key"));
      Files.deleteIfExists(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
