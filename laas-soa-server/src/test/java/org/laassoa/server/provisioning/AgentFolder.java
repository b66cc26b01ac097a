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
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a stand-in of that version there, in place of all others. */
  static void holds(String version, String file) {
    try {
      Path folder = Path.of(System.getProperty("test.agent-folder"));
      try (var all = Files.list(folder)) {
        all.forEach(old -> old.toFile().delete());
      }
      try (InputStream script =
          Objects.requireNonNull(AgentFolder.class.getResourceAsStream("stand-in-agent.sh"))) {
        String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve(file), text.replace("VERSION", version));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
