package org.laassoa.endtoend.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.laassoa.endtoend.process.Checkout;
import org.laassoa.endtoend.process.Command;

/**
 * One of the forms that the agent is handed out in.
 *
 * @param form {@code jar}, {@code package} or {@code native}
 * @param file what is handed out
 * @param program how it is started
 */
record AgentPackage(String form, Path file, List<String> program) {

  /**
   * Those that have been built: the jar, and what {@code laas agent-package} and {@code laas
   * native} made for this machine.
   *
   * @param folder where packages are unpacked
   */
  static List<AgentPackage> built(Path folder) {
    List<AgentPackage> built = new ArrayList<>();
    Path jar = Checkout.agentJar();
    built.add(new AgentPackage("jar", jar, Checkout.java(jar)));
    String name = "laas-agent-" + platform();
    Path archive = Checkout.agents().resolve(name + ".tar.gz");
    if (Files.exists(archive)) {
      Command.require(folder, Map.of(), List.of("tar", "-xzf", archive.toString()));
      Path launcher = folder.resolve("laas-agent/bin/laas-agent");
      built.add(new AgentPackage("package", archive, List.of(launcher.toString())));
    }
    Path executable = Checkout.agents().resolve(name);
    if (Files.exists(executable)) {
      built.add(new AgentPackage("native", executable, List.of(executable.toString())));
    }
    return built;
  }

  /** As the launcher names files: linux-amd64. */
  private static String platform() {
    String architecture = System.getProperty("os.arch");
    return System.getProperty("os.name").toLowerCase(Locale.ROOT)
        + "-"
        + (architecture.equals("aarch64") ? "arm64" : architecture);
  }
}
