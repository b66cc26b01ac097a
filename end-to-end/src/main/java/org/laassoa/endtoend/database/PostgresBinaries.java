package org.laassoa.endtoend.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.laassoa.endtoend.process.Checkout;

/**
 * The programs of PostgreSQL, of the version that comes with the server, unpacked once a checkout.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path folder) {

  /** The programs, from the archive on the class path. */
  static PostgresBinaries unpacked() {
    URL archive = PostgresBinaries.class.getResource("/postgres-linux-" + machine() + ".txz");
    if (archive == null) {
      throw new IllegalStateException("no PostgreSQL comes along for " + machine());
    }
    try {
      URLConnection packed = archive.openConnection();
      Path target = Files.createDirectories(Checkout.root().resolve("target"));
      // Another version has another length.
      Path folder = target.resolve("postgres-" + packed.getContentLengthLong());
      if (Files.notExists(folder)) {
        Path fresh = Files.createTempDirectory(target, "postgres-");
        unpack(packed.getInputStream(), fresh);
        publish(fresh, folder);
      }
      return new PostgresBinaries(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The command that runs one of them. PostgreSQL refuses to run as root, as which containers of CI
   * do: a user namespace makes it nobody there.
   */
  List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static String machine() {
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "arm_64";
      case String other -> other;
    };
  }

  private static void unpack(InputStream packed, Path folder) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(packed, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(path.getParent());
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(tar, path);
          Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      }
    }
  }

  /** Whole or not at all: several tests may unpack at once. */
  private static void publish(Path fresh, Path folder) throws IOException {
    try {
      Files.move(fresh, folder);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
      // Somebody else was first; a clean build removes the spare copy.
    }
  }
}
