package org.laassoa.builder.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.laassoa.builder.workspace.FileTree;

/**
 * The files with secrets that a script can read: outside of all folders that an image is made from,
 * and there only while the script runs.
 *
 * @param folder where they are, a folder of nothing else
 * @param names their names, each that of the environment variable that holds its path
 */
public record SecretFiles(Path folder, Set<String> names) {

  /**
   * Writes them anew, for the agent's own user alone.
   *
   * @param contents the content of each, by name
   */
  public static void write(Path folder, Map<String, String> contents) throws IOException {
    FileTree.delete(folder);
    if (contents.isEmpty()) {
      return;
    }
    Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    for (Map.Entry<String, String> file : contents.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!folder.equals(path.normalize().getParent())) {
        throw new IllegalArgumentException("the name of a secret is a path");
      }
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(path, file.getValue());
    }
  }

  /** The environment variables that say where they are, for a script that sees the folder there. */
  public Map<String, String> variables(String seenAs) {
    Map<String, String> variables = new LinkedHashMap<>();
    names.forEach(name -> variables.put(name, seenAs + "/" + name));
    return variables;
  }
}
