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
 * A folder with the agent that servers install: the executable of {@code LAAS_AGENT_BINARIES} or of
 * {@code ./laas native} where there is one, else a package of the jar and the JDK that runs this.
 */
final class AgentBinaries {
  private static final String NAME = "laas-agent-linux-amd64";

  private final Path folder;

  private AgentBinaries(Path folder) {
    this.folder = folder;
  }

  /** Fills a folder. */
  static AgentBinaries in(Path folder) throws IOException {
    AgentBinaries binaries = new AgentBinaries(Files.createDirectories(folder));
    String told = System.getenv("LAAS_AGENT_BINARIES");
    Path made =
        told == null
            ? Checkout.root().resolve("laas-soa-operate-builder/target/agents")
            : Path.of(told);
    if (Files.isRegularFile(made.resolve(NAME))) {
      Files.copy(made.resolve(NAME), folder.resolve(NAME));
    } else {
      binaries.packJar("");
    }
    return binaries;
  }

  Path folder() {
    return folder;
  }

  /** The same agent, as a file that is another one. */
  void renew() throws IOException {
    Path executable = folder.resolve(NAME);
    if (Files.exists(executable)) {
      Files.writeString(executable, "newer\n", StandardOpenOption.APPEND);
    } else {
      packJar("# newer\n");
    }
  }

  private void packJar(String note) throws IOException {
    Path content = Files.createTempDirectory(folder, "package");
    Path launcher = content.resolve("laas-agent/bin/laas-agent");
    Files.createDirectories(launcher.getParent());
    Files.copy(Checkout.agentJar(), content.resolve("laas-agent/agent.jar"));
    Files.writeString(
        launcher,
        """
        #!/bin/sh
        %sexec %s/bin/java -jar "$(dirname "$0")/../agent.jar" "$@"
        """
            .formatted(note, System.getProperty("java.home")));
    Command.require(
        content,
        Map.of(),
        List.of("tar", "-czf", folder.resolve(NAME + ".tar.gz").toString(), "laas-agent"));
    Command.require(folder, Map.of(), List.of("rm", "-rf", content.toString()));
  }
}
