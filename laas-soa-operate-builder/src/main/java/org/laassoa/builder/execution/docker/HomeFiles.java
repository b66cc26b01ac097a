package org.laassoa.builder.execution.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files that a build gets in its home directory, as a tar to be unpacked at the root. */
final class HomeFiles {

  private HomeFiles() {}

  /**
   * Packs the files. Line ends become those of Unix: what was typed on Windows must work in a
   * shell.
   *
   * @param home the home directory, absolute
   * @param files path below it to content
   * @throws IllegalArgumentException for a path that leaves the home directory
   */
  static byte[] archive(String home, Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Tar tar = new Tar(bytes)) {
      Set<String> folders = new LinkedHashSet<>();
      for (Map.Entry<String, String> file : files.entrySet()) {
        String name = home.substring(1) + "/" + checked(file.getKey());
        for (int end = name.indexOf('/'); end > 0; end = name.indexOf('/', end + 1)) {
          String folder = name.substring(0, end);
          if (folders.add(folder)) {
            tar.folder(folder, 0700);
          }
        }
        String content = file.getValue().replace("\r\n", "\n");
        tar.file(name, 0600, content.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String checked(String path) {
    List<String> parts = List.of(path.split("/", -1));
    if (parts.contains("..") || parts.contains(".") || parts.contains("") || path.indexOf(0) >= 0) {
      throw new IllegalArgumentException("a home file's path leaves the home directory: " + path);
    }
    return path;
  }
}
