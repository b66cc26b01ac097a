package org.laassoa.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.laassoa.endtoend.process.Checkout;
import org.laassoa.endtoend.process.Command;

/**
 * A folder with the agent that servers install: that of {@code LAAS_AGENT_BINARIES}, else the one
 * that {@code ./laas native} has made, else a package of the jar and the JDK that runs this.
 */
public final class AgentBinaries {
  private static final String NAME = "laas-agent-linux-amd64";

  private final Path folder;

  private AgentBinaries(Path folder) {
    this.folder = folder;
  }

  /** Fills a folder. */
  public static AgentBinaries in(Path folder) throws IOException {
    AgentBinaries binaries = new AgentBinaries(Files.createDirectories(folder));
    String told = System.getenv("LAAS_AGENT_BINARIES");
    Path made =
        told == null
            ? Checkout.root().resolve("laas-soa-operate-builder/target/agents")
            : Path.of(told);
    for (String file : List.of(NAME, NAME + ".tar.gz")) {
      if (Files.isRegularFile(made.resolve(file))) {
        Files.copy(made.resolve(file), folder.resolve(file));
        return binaries;
      }
    }
    binaries.packJar();
    return binaries;
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** The same agent, as a file that is another one. */
  void renew() throws IOException {
    Path executable = folder.resolve(NAME);
    if (Files.exists(executable)) {
      Files.writeString(executable, "newer\n", StandardOpenOption.APPEND);
      return;
    }
    Path content = Files.createTempDirectory(folder, "package");
    Command.require(content, Map.of(), List.of("tar", "-xzf", archive()));
    Files.writeString(content.resolve("laas-agent/newer"), "newer\n");
    pack(content);
  }

  private void packJar() throws IOException {
    Path content = Files.createTempDirectory(folder, "package");
    Path launcher = content.resolve("laas-agent/bin/laas-agent");
    Files.createDirectories(launcher.getParent());
    Files.copy(Checkout.agentJar(), content.resolve("laas-agent/agent.jar"));
    Files.writeString(
        launcher,
        """
        #!/bin/sh
        exec %s/bin/java -jar "$(dirname "$0")/../agent.jar" "$@"
        """
            .formatted(System.getProperty("java.home")));
    pack(content);
  }

  private void pack(Path content) {
    Command.require(content, Map.of(), List.of("tar", "-czf", archive(), "laas-agent"));
    Command.require(folder, Map.of(), List.of("rm", "-rf", content.toString()));
  }

  private String archive() {
    return folder.resolve(NAME + ".tar.gz").toString();
  }
}
