package org.laassoa.builder.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The scripts in a workspace's {@code build} folder, and the {@code version} file beside them that
 * says which versions they are.
 */
public final class ScriptFiles {

  private static final String VERSION_FILE = "version";
  private static final int MAXIMUM_NAME_BYTES = 120;
  private static final Pattern NAME =
      Pattern.compile("(?!\\.{1,2}$)[\\p{L}\\p{N}._][\\p{L}\\p{N}\\p{M}._+ -]*");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  /** The scripts of a workspace. */
  public ScriptFiles(Workspace workspace) {
    this.folder = workspace.build();
  }

  /**
   * The scripts that have to be fetched: not there, or of another version or set.
   *
   * @param buildConfig the identity of the set of scripts
   * @param versions the versions wanted, by script name
   * @throws IllegalArgumentException for a name that is not that of a file
   */
  public List<String> outdated(String buildConfig, Map<String, String> versions) {
    versions.keySet().forEach(ScriptFiles::requireName);
    Map<String, String> present = present(buildConfig);
    return versions.entrySet().stream()
        .filter(wanted -> !wanted.getValue().equals(present.get(wanted.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Brings the folder to exactly these versions.
   *
   * @param buildConfig the identity of the set of scripts
   * @param versions the versions wanted, by script name
   * @param fetched content by name, for at least what {@link #outdated} named
   * @throws IllegalArgumentException for a name that is not that of a file, or when content is
   *     missing; nothing has changed then
   * @throws UncheckedIOException when the files cannot be written
   */
  public void update(
      String buildConfig, Map<String, String> versions, Map<String, String> fetched) {
    List<String> missing =
        outdated(buildConfig, versions).stream()
            .filter(name -> !fetched.containsKey(name))
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("the server did not deliver " + missing);
    }
    try {
      Files.createDirectories(folder);
      // Without it everything counts as outdated, should this be cut short.
      Files.deleteIfExists(folder.resolve(VERSION_FILE));
      deleteAllBut(versions);
      for (String name : versions.keySet()) {
        String content = fetched.get(name);
        if (content != null) {
          write(name, content.replace("\r\n", "\n"), "rwxr-xr-x");
        }
      }
      write(VERSION_FILE, versionFile(buildConfig, versions), "rw-r--r--");
    } catch (IOException e) {
      throw new UncheckedIOException("the scripts cannot be written: " + e.getMessage(), e);
    }
  }

  private void deleteAllBut(Map<String, String> versions) throws IOException {
    List<Path> entries;
    try (Stream<Path> listed = Files.list(folder)) {
      entries = listed.toList();
    }
    for (Path entry : entries) {
      String name = String.valueOf(entry.getFileName());
      if (!versions.containsKey(name) || !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
        FileTree.delete(entry);
      }
    }
  }

  /** Written aside and moved, so that neither half a file nor the target of a link is written. */
  private void write(String name, String content, String permissions) throws IOException {
    Path aside = Files.createTempFile(folder, ".", ".new");
    Files.write(aside, content.getBytes(StandardCharsets.UTF_8));
    Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString(permissions));
    Files.move(aside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String versionFile(String buildConfig, Map<String, String> versions)
      throws IOException {
    ObjectNode file = JSON.createObjectNode().put("build_config", buildConfig);
    ObjectNode list = file.putObject("versions");
    new TreeMap<>(versions).forEach(list::put);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
  }

  /** The versions of the scripts that are there; none when they are of another set. */
  private Map<String, String> present(String buildConfig) {
    Map<String, String> present = new TreeMap<>();
    try {
      JsonNode file = JSON.readTree(Files.readAllBytes(folder.resolve(VERSION_FILE)));
      if (buildConfig.equals(file.path("build_config").asText(null))) {
        for (Map.Entry<String, JsonNode> entry : file.path("versions").properties()) {
          if (Files.isRegularFile(folder.resolve(entry.getKey()), LinkOption.NOFOLLOW_LINKS)) {
            present.put(entry.getKey(), entry.getValue().asText());
          }
        }
      }
      return present;
    } catch (IOException | IllegalArgumentException e) {
      // No or no readable version file: fetching everything puts that right.
      return Map.of();
    }
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()
        || name.getBytes(StandardCharsets.UTF_8).length > MAXIMUM_NAME_BYTES
        || name.equals(VERSION_FILE)) {
      throw new IllegalArgumentException(
          "a script's name must be that of a file (letters, digits, . _ + - and spaces, at most "
              + MAXIMUM_NAME_BYTES
              + " bytes, not \"version\"), not "
              + SafeName.of(name));
    }
  }
}
