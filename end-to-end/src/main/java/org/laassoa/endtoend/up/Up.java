package org.laassoa.endtoend.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laassoa.endtoend.process.PackagedAgent;
import org.laassoa.endtoend.process.PackagedServer;
import org.laassoa.endtoend.process.Passwords;

/**
 * Server and one agent on this machine, for use. Takes the server's own {@code LAAS_} settings from
 * the environment; what it stores is kept for the next start.
 */
public final class Up {

  private final Map<String, String> settings;
  private final Path home;

  private Up(Map<String, String> settings) {
    this.settings = settings;
    this.home =
        Path.of(settings.getOrDefault("LAAS_HOME", System.getProperty("user.home") + "/.laas-soa"));
  }

  /** Stays until one of the two ends or this is ended; exit code 2 when the agent may not join. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, String> settings =
        System.getenv().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("LAAS_"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    System.exit(new Up(settings).run());
  }

  private int run() throws IOException, InterruptedException {
    Path agentRoot = Path.of(settings.getOrDefault("LAAS_ROOT", home.resolve("agent").toString()));
    boolean joined = Files.exists(agentRoot.resolve(".laas/identity.json"));
    boolean first = first();
    String password = settings.getOrDefault("LAAS_ADMIN_PASSWORD", first ? Passwords.random() : "");
    if (!joined && password.isEmpty()) {
      System.err.println(
          "laas up: the agent has not joined this server yet: set LAAS_ADMIN_PASSWORD, or start the"
              + " server alone and an agent with a join token");
      return 2;
    }
    int port = Integer.parseInt(settings.getOrDefault("LAAS_PORT", "8080"));
    try (PackagedServer server =
            PackagedServer.start(
                new PackagedServer.Settings(home, port, password, settings, List.of()));
        PackagedAgent agent =
            PackagedAgent.start(
                server.address(),
                joined ? "" : server.api().joinToken(),
                new PackagedAgent.Settings(
                    settings.getOrDefault("LAAS_NAME", "local"),
                    agentRoot,
                    settings.getOrDefault("LAAS_EXECUTOR", "auto"),
                    Integer.parseInt(settings.getOrDefault("LAAS_CAPACITY", "1")),
                    Map.of()))) {
      System.out.println("server   " + server.address());
      System.out.println("console  " + server.address() + "/q/swagger-ui");
      if (first) {
        System.out.println("sign in  admin, password " + password);
      }
      System.out.println("logs     " + home.resolve("server.log") + ", " + agentRoot + ".log");
      System.out.println("Both stay up until Ctrl-C.");
      server.process().await();
      return agent.process().alive() ? 1 : 0;
    }
  }

  /** Whether this is the server's first start, so that the password below becomes its first. */
  private boolean first() throws IOException {
    if (settings.containsKey("LAAS_DATABASE_URL")) {
      return false;
    }
    if (!Files.isDirectory(home)) {
      return true;
    }
    try (Stream<Path> files = Files.list(home)) {
      return files.findAny().isEmpty();
    }
  }
}
