package org.laassoa.server.configuration.readymade;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.laassoa.server.LaasConfig;

/**
 * At the first start, adds all that comes with the server, unless something is configured already.
 * What is deleted later stays deleted.
 */
@ApplicationScoped
class FirstConfiguration {
  private static final String MARK =
      "INSERT INTO first_start DEFAULT VALUES ON CONFLICT DO NOTHING";

  private static final String IS_EMPTY =
      """
      SELECT NOT EXISTS (SELECT 1 FROM build_environments)
        AND NOT EXISTS (SELECT 1 FROM build_configurations)
      """;

  private final ReadyMades readyMades;
  private final EntityManager database;
  private final LaasConfig config;

  FirstConfiguration(ReadyMades readyMades, EntityManager database, LaasConfig config) {
    this.readyMades = readyMades;
    this.database = database;
    this.config = config;
  }

  /** Of several servers that start at once the first one's mark counts. */
  @Transactional
  void onStart(@Observes StartupEvent event) {
    boolean first = database.createNativeQuery(MARK).executeUpdate() == 1;
    if (first
        && config.readyMade()
        && (Boolean) database.createNativeQuery(IS_EMPTY, Boolean.class).getSingleResult()) {
      readyMades.addAll();
    }
  }
}
