package org.laassoa.server.database;

import io.quarkus.runtime.Application;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL below the server's home, started and stopped with the server. Durable: fsync is
 * on, unlike the default of the library, which is made for tests. Closed: it listens on loopback
 * and asks every local user for a password that only the server's own user can read.
 */
public final class EmbeddedDatabase {

  private static volatile boolean configured;

  /** Whether this server uses the embedded database. */
  public static boolean isUsed() {
    return configured;
  }

  /** Held here, since a logger that nobody holds forgets its level. */
  private static final Logger QUIET = Logger.getLogger("io.zonky");

  private static final String BINARIES = "postgres-binaries";

  /** Where postmaster.pid has the port (PostgreSQL, "pidfile.h"). */
  private static final int PORT_LINE = 3;

  private static final Duration STARTUP = Duration.ofSeconds(60);

  private final EmbeddedPostgres postgres;
  private final FileLock homeLock;
  private final DatabasePassword password;

  private EmbeddedDatabase(
      EmbeddedPostgres postgres, FileLock homeLock, DatabasePassword password) {
    this.postgres = postgres;
    this.homeLock = homeLock;
    this.password = password;
  }

  /** The database cannot be started; the message says why, for the person who started it. */
  public static final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnavailableException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Starts the database, made on the first start.
   *
   * @param home the server's home; created when missing
   * @throws UnavailableException when another server uses this home, or PostgreSQL does not start
   */
  public static EmbeddedDatabase start(Path home) throws UnavailableException {
    try {
      createPrivate(home);
      FileLock lock = lock(home);
      createPrivate(home.resolve(BINARIES));
      QUIET.setLevel(Level.WARNING);
      Path data = home.resolve("postgres");
      OrphanedPostmaster.stop(data);
      boolean fresh = Files.notExists(data.resolve("PG_VERSION"));
      DatabasePassword password = DatabasePassword.of(home);
      EmbeddedPostgres postgres = postgres(home, data, password).start();
      if (fresh) {
        password.require(postgres, data);
      }
      EmbeddedDatabase database = new EmbeddedDatabase(postgres, lock, password);
      Runtime.getRuntime().addShutdownHook(new Thread(database::stopAfterServer, "postgres-stop"));
      return database;
    } catch (IOException | SQLException | IllegalStateException e) {
      throw new UnavailableException(
          "the embedded PostgreSQL in " + home + " does not start: " + e.getMessage(), e);
    }
  }

  /**
   * The database that a running server keeps in this home, for another process on the same machine.
   *
   * @return its address and login, or nothing when none runs
   */
  public static Optional<DataSource> running(Path home) throws UnavailableException {
    Path pidFile = home.resolve("postgres").resolve("postmaster.pid");
    if (Files.notExists(pidFile)) {
      return Optional.empty();
    }
    try (FileChannel channel =
            FileChannel.open(
                home.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      if (free != null) {
        return Optional.empty();
      }
      int port = Integer.parseInt(Files.readAllLines(pidFile).get(PORT_LINE).strip());
      return Optional.of(dataSource(port, DatabasePassword.of(home)));
    } catch (IOException e) {
      throw new UnavailableException("the database in " + home + " cannot be reached", e);
    }
  }

  /** Connections to it. */
  public DataSource dataSource() {
    return dataSource(postgres.getPort(), password);
  }

  private static DataSource dataSource(int port, DatabasePassword password) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(url(port));
    database.setUser("postgres");
    database.setPassword(password.value());
    return database;
  }

  private static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  private static EmbeddedPostgres.Builder postgres(
      Path home, Path data, DatabasePassword password) {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(home.resolve(BINARIES).toFile())
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(STARTUP)
        .setConnectConfig("password", password.value())
        .setLocaleConfig("locale", "C.UTF-8")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "100")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "");
  }

  /** Tells the datasource and its migrations where this database is. */
  public void configureDatasource() {
    configured = true;
    System.setProperty("laas.database.url", url(postgres.getPort()));
    System.setProperty("laas.database.username", "postgres");
    System.setProperty("laas.database.password", password.value());
  }

  /** For this user alone: the library would make a folder of programs that everybody can change. */
  private static void createPrivate(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static FileLock lock(Path home) throws IOException, UnavailableException {
    FileChannel channel =
        FileChannel.open(
            home.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new UnavailableException(
          String.format(
              Locale.ROOT,
              "another server uses %s; give this one a LAAS_HOME of its own, or both the same"
                  + " PostgreSQL by LAAS_DATABASE_URL",
              home),
          null);
    }
    return lock;
  }

  /** The server writes until it has stopped; only then may the database go. */
  private void stopAfterServer() {
    Application server = Application.currentApplication();
    if (server != null) {
      server.awaitShutdown();
    }
    try (homeLock) {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
