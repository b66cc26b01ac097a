package org.laassoa.builder.execution.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.laassoa.builder.workspace.FileTree;

/** The home directory of a script: its own, with the files that the server delivered. */
final class HomeFolder {

  private HomeFolder() {}

  /**
   * Makes it anew.
   *
   * @param files path below it to content, which gets LF line ends
   * @throws IllegalArgumentException for a path that leaves it
   */
  static void write(Path home, Map<String, String> files) throws IOException {
    FileTree.delete(home);
    Files.createDirectories(home);
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    for (Map.Entry<String, String> entry : files.entrySet()) {
      Path file = home.resolve(entry.getKey()).normalize();
      if (!file.startsWith(home) || file.equals(home)) {
        throw new IllegalArgumentException("a home file's path must stay below the home directory");
      }
      Files.createDirectories(file.getParent());
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, entry.getValue().replace("\r\n", "\n"));
    }
  }
}
