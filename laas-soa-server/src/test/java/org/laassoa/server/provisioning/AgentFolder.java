package org.laassoa.server.provisioning;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;

/** The folder of agents that the server of the tests installs; the tests fill it. */
public final class AgentFolder implements QuarkusTestResourceLifecycleManager {
  private static final String PROPERTY = "laas.agent-binaries";
  private Path folder;

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("laas-agents");
      // The tests run beside the server, and in another class loader than this.
      System.setProperty("test.agent-folder", folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(PROPERTY, folder.toString(), "laas.provisioning.online", "PT20S");
  }

  @Override
  public void stop() {
    try {
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a stand-in of that version there, in place of all others. */
  static void holds(String version, String file) {
    write(file, standIn(version).getBytes(StandardCharsets.UTF_8));
  }

  /** Puts an executable for another kind of machine there. */
  static void holdsForeignExecutable(String file) {
    byte[] header = new byte[4096];
    byte[] elf = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, (byte) 0xb7, 0, 1};
    System.arraycopy(elf, 0, header, 0, elf.length);
    write(file, header);
  }

  /** Puts a stand-in there that names a version of the C library, as one linked with it does. */
  static void holdsLinkedWith(String file, String library) {
    write(file, (standIn("1") + "\n# " + library + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Puts a package with a stand-in there. */
  static void holdsPackage(String version) throws IOException, InterruptedException {
    Path content = Files.createTempDirectory("laas-package");
    Path executable = content.resolve("laas-agent/bin/laas-agent");
    Files.createDirectories(executable.getParent());
    Files.writeString(executable, standIn(version));
    write("ignored", new byte[0]);
    Path archive = folder().resolve("laas-agent-linux-amd64.tar.gz");
    new ProcessBuilder("tar", "-czf", archive.toString(), "-C", content.toString(), "laas-agent")
        .start()
        .waitFor();
    delete(content);
  }

  private static Path folder() {
    return Path.of(System.getProperty("test.agent-folder"));
  }

  private static void write(String file, byte[] content) {
    try {
      try (var all = Files.list(folder())) {
        all.forEach(old -> old.toFile().delete());
      }
      Files.write(folder().resolve(file), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String standIn(String version) {
    try (InputStream script =
        Objects.requireNonNull(AgentFolder.class.getResourceAsStream("stand-in-agent.sh"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8).replace("VERSION", version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
