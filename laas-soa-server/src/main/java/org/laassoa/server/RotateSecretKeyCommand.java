package org.laassoa.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.laassoa.server.database.DatabaseException;
import org.laassoa.server.database.EmbeddedDatabase;
import org.laassoa.server.database.Transactions;
import org.laassoa.server.secret.KeyRotation;
import org.laassoa.server.secret.UnreadableSecretException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The command {@code rotate-secret-key}: replaces the key that secrets are encrypted with. Servers
 * may run meanwhile or not.
 */
final class RotateSecretKeyCommand {
  /** The command's name. */
  static final String NAME = "rotate-secret-key";

  private static final String FORGET = "--forget-retired";
  private static final int USAGE = 2;

  private RotateSecretKeyCommand() {}

  /**
   * Runs it.
   *
   * @param arguments the command's name, then its options
   * @return the exit code: 0 when it is done, 1 when it could not be, 2 for options that are none
   */
  static int run(Config config, List<String> arguments) {
    List<String> options = arguments.subList(1, arguments.size());
    if (!List.of(FORGET).containsAll(options)) {
      System.err.println("usage: " + NAME + " [" + FORGET + "]");
      return USAGE;
    }
    try {
      System.out.println(done(config, options.contains(FORGET)));
      return 0;
    } catch (EmbeddedDatabase.UnavailableException
        | IllegalStateException
        | UnreadableSecretException
        | DatabaseException e) {
      System.err.println("laas-soa: the key was not rotated: " + e.getMessage());
      return 1;
    }
  }

  private static String done(Config config, boolean forget)
      throws EmbeddedDatabase.UnavailableException {
    Path home = ServerMain.home(config);
    KeyRotation rotation = new KeyRotation(home, new Transactions(database(config, home)));
    Optional<String> given = config.getOptionalValue("laas.secret-key", String.class);
    if (given.isPresent()) {
      int changed =
          rotation.rotateGiven(
              given.get(), config.getOptionalValue("laas.secret-key-previous", String.class));
      return changed
          + " secrets are now under LAAS_SECRET_KEY; LAAS_SECRET_KEY_PREVIOUS is needed for"
          + " backups only";
    }
    if (forget) {
      return "keys removed from secret.key: " + rotation.forgetRetired();
    }
    return rotation.rotate()
        + " secrets are now under a new key. The old one stays in secret.key, marked retired, for"
        + " backups; "
        + NAME
        + " "
        + FORGET
        + " removes it";
  }

  private static DataSource database(Config config, Path home)
      throws EmbeddedDatabase.UnavailableException {
    Optional<String> url = config.getOptionalValue("laas.database.url", String.class);
    if (url.isEmpty()) {
      Optional<DataSource> running = EmbeddedDatabase.running(home);
      if (running.isPresent()) {
        return running.get();
      }
      return EmbeddedDatabase.start(home).dataSource();
    }
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(url.get());
    config.getOptionalValue("laas.database.username", String.class).ifPresent(database::setUser);
    config
        .getOptionalValue("laas.database.password", String.class)
        .ifPresent(database::setPassword);
    return database;
  }
}
