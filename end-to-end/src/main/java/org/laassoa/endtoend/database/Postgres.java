package org.laassoa.endtoend.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.laassoa.endtoend.process.ChildProcess;
import org.laassoa.endtoend.process.Command;
import org.laassoa.endtoend.process.FreePort;
import org.laassoa.endtoend.process.Passwords;

/**
 * A real PostgreSQL as a process: durable (fsync is on), on a port of loopback, with a password.
 * What it says goes to {@code postgres-1.log} in its folder, after a restart to {@code
 * postgres-2.log}, and so on.
 */
public final class Postgres implements AutoCloseable {

  private static final String USERNAME = "postgres";
  private static final Pattern READY = Pattern.compile("ready to accept connections");
  private static final Duration START_LIMIT = Duration.ofMinutes(1);

  private final PostgresBinaries binaries;
  private final Path folder;
  private final String password = Passwords.random();
  private final int port = FreePort.find();
  private ChildProcess process;
  private int starts;

  private Postgres(PostgresBinaries binaries, Path folder, Map<String, String> settings)
      throws InterruptedException {
    this.binaries = binaries;
    this.folder = folder;
    initialize();
    configure(settings);
    this.process = launch();
  }

  /**
   * Makes a database and starts it.
   *
   * @param folder for its data and logs; made when missing, must hold no database yet
   * @param settings of postgresql.conf, on top of PostgreSQL's own defaults
   * @throws IllegalStateException with its output, when it does not start
   */
  public static Postgres start(Path folder, Map<String, String> settings)
      throws InterruptedException {
    return new Postgres(PostgresBinaries.unpacked(), folder, settings);
  }

  /** The JDBC URL, without the login. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** Its superuser. */
  public String username() {
    return USERNAME;
  }

  /** The superuser's password. */
  public String password() {
    return password;
  }

  /** Where it listens, on 127.0.0.1; the same after a restart. */
  public int port() {
    return port;
  }

  /** The process id of the postmaster, the parent of all its processes. */
  public long pid() {
    return process.pid();
  }

  /** A connection as the superuser. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), USERNAME, password);
  }

  /**
   * Changes a setting of the running database and waits until it is in effect.
   *
   * @param name one that needs no restart, such as {@code commit_delay}
   * @param value such as {@code 1000}; quoted here
   */
  public void setting(String name, String value) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      String loaded = single(statement, "SELECT pg_conf_load_time()");
      statement.execute(alterSystem(connection, name, value));
      statement.execute("SELECT pg_reload_conf()");
      while (single(statement, "SELECT pg_conf_load_time()").equals(loaded)) {
        // Each statement is a look at whether this session has been told to read the files again.
        Thread.onSpinWait();
      }
    }
  }

  /** Kills the postmaster and all its processes at once, as a crash of the machine would. */
  public void killHard() {
    // While it stands still it starts no further process that would be missed here.
    signal("STOP");
    List<ProcessHandle> all = ProcessHandle.of(pid()).stream().flatMap(Postgres::family).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    // The next postmaster refuses to start while a process of the former one is there.
    all.forEach(gone -> gone.onExit().join());
    process.kill();
  }

  /** Starts it again on the same data and port: stops it before in good order when it runs. */
  public void restart() throws InterruptedException {
    close();
    process = launch();
  }

  /** Stops it in good order, without waiting for its clients; its data stays. */
  @Override
  public void close() {
    if (process.alive()) {
      // Its fast shutdown; the end that others are asked for would wait for the clients.
      signal("INT");
      ProcessHandle.of(pid()).ifPresent(ending -> ending.onExit().join());
    }
    process.close();
  }

  private static Stream<ProcessHandle> family(ProcessHandle postmaster) {
    return Stream.concat(Stream.of(postmaster), postmaster.descendants());
  }

  private void signal(String name) {
    Command.run(folder, Map.of(), List.of("kill", "-" + name, Long.toString(pid())));
  }

  private void initialize() {
    Path secret = folder.resolve("password");
    try {
      Files.createDirectories(folder);
      Files.createFile(
          secret,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(secret, password);
      Command.require(
          folder,
          Map.of(),
          binaries.command(
              "initdb",
              "--pgdata=" + data(),
              "--username=" + USERNAME,
              "--pwfile=" + secret,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C.UTF-8"));
      Files.delete(secret);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void configure(Map<String, String> settings) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("listen_addresses", "127.0.0.1");
    all.put("port", Integer.toString(port));
    all.put("unix_socket_directories", "");
    all.put("fsync", "on");
    all.putAll(settings);
    StringBuilder lines = new StringBuilder();
    all.forEach((name, value) -> lines.append(name + " = '" + value.replace("'", "''") + "'\n"));
    try {
      Files.writeString(data().resolve("postgresql.conf"), lines, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ChildProcess launch() throws InterruptedException {
    starts++;
    ChildProcess started =
        ChildProcess.start(
            new ChildProcess.Start(
                binaries.command("postgres", "-D", data().toString()),
                Map.of(),
                folder,
                folder.resolve("postgres-" + starts + ".log")));
    try {
      started.await(READY, START_LIMIT);
      return started;
    } catch (IllegalStateException | InterruptedException e) {
      started.close();
      throw e;
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private static String alterSystem(Connection connection, String name, String value)
      throws SQLException {
    try (PreparedStatement quoted =
        connection.prepareStatement("SELECT format('ALTER SYSTEM SET %I = %L', ?, ?)")) {
      quoted.setString(1, name);
      quoted.setString(2, value);
      try (ResultSet row = quoted.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static String single(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
