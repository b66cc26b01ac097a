package org.laassoa.endtoend.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laassoa.endtoend.database.Postgres;
import org.laassoa.endtoend.process.Command;

/**
 * Plain claims by PostgreSQL's own benchmark, a C program.
 *
 * @param program where it is
 */
record Pgbench(Path program, Postgres postgres) implements PlainClaims {

  private static final Path OF_DEBIAN = Path.of("/usr/lib/postgresql");
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  /** The one on the PATH, or where Debian has it. */
  static Optional<Pgbench> find(Postgres postgres) {
    List<Path> folders = new ArrayList<>();
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      folders.add(Path.of(folder));
    }
    if (Files.isDirectory(OF_DEBIAN)) {
      try (var versions = Files.list(OF_DEBIAN)) {
        versions.map(version -> version.resolve("bin")).forEach(folders::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folders.stream()
        .map(folder -> folder.resolve("pgbench"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Pgbench(program, postgres));
  }

  @Override
  public String name() {
    return "pgbench_claim_and_complete";
  }

  @Override
  public double perSecond(int jobsOfEach) throws SQLException {
    PlainClaims.fill(postgres, CLIENTS * jobsOfEach);
    try {
      Path script = Files.createTempFile("laas-bench-", ".sql");
      try {
        Files.writeString(script, CLAIM + " \\gset\n" + COMPLETE.formatted(":id") + ";\n");
        return run(script, jobsOfEach);
      } finally {
        Files.delete(script);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double run(Path script, int jobsOfEach) {
    String output =
        Command.require(
            Path.of("/"),
            Map.of("PGPASSWORD", postgres.password()),
            List.of(
                program.toString(),
                "--host=127.0.0.1",
                "--port=" + postgres.port(),
                "--username=" + postgres.username(),
                "--client=" + CLIENTS,
                "--transactions=" + jobsOfEach,
                "--protocol=prepared",
                "--no-vacuum",
                "--file=" + script,
                "postgres"));
    Matcher rate = RATE.matcher(output);
    if (!rate.find()) {
      throw new IllegalStateException("pgbench says no rate:\n" + output);
    }
    return Double.parseDouble(rate.group(1));
  }
}
