package org.laassoa.server.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;

/** The password of the embedded database, kept beside it in a file for its owner alone. */
record DatabasePassword(String value) {

  private static final String HOST_RULES =
      """
      # Written by laas-soa: every connection needs the password.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  static DatabasePassword of(Path home) throws IOException {
    Path file = home.resolve("postgres.password");
    if (Files.exists(file)) {
      return new DatabasePassword(Files.readString(file).strip());
    }
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String value = HexFormat.of().formatHex(random);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, value, StandardCharsets.UTF_8);
    return new DatabasePassword(value);
  }

  /** A database is made open to every local user; this closes it. */
  void require(EmbeddedPostgres postgres, Path data) throws SQLException, IOException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("ALTER USER postgres PASSWORD '" + value + "'");
      Files.writeString(data.resolve("pg_hba.conf"), HOST_RULES);
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "DatabasePassword";
  }
}
