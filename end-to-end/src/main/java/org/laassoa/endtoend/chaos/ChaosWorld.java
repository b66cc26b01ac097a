package org.laassoa.endtoend.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.endtoend.api.LaasApi;
import org.laassoa.endtoend.database.Postgres;
import org.laassoa.endtoend.git.GitHttpServer;
import org.laassoa.endtoend.process.PackagedAgent;
import org.laassoa.endtoend.process.Passwords;
import org.laassoa.endtoend.relay.HttpRelay;

/**
 * All that chaos breaks: one PostgreSQL, two servers on it, agents that reach them and a Git server
 * through relays.
 */
final class ChaosWorld implements AutoCloseable {

  /** Short, so that what an agent has lost is with the next one soon. */
  private static final String LEASE = "PT5S";

  private static final int CAPACITY = 2;
  private static final List<String> PROCESS_AGENTS = List.of("agent-1", "agent-2");
  private static final String CONTAINER_AGENT = "agent-3";

  private final Path folder;
  private final Postgres postgres;
  private final Servers servers;
  private final GitHttpServer git;
  private final HttpRelay relay;
  private final HttpRelay gitRelay;
  private final LaasApi api;
  private final Books books;
  private final List<OneAgent> agents = new ArrayList<>();
  private final @Nullable ContainerSide containers;
  private final ChaosProjects projects;

  private ChaosWorld(Path folder, String gitPassword, Optional<ContainerSide> containers)
      throws InterruptedException {
    String password = Passwords.random();
    this.folder = folder;
    this.containers = containers.orElse(null);
    this.postgres = Postgres.start(folder.resolve("postgres"), Map.of());
    this.servers = new Servers(folder, password, serverSettings(postgres));
    this.git = GitHttpServer.start(made(folder.resolve("git")), gitPassword);
    this.relay = new HttpRelay(servers::ports);
    this.gitRelay = new HttpRelay(() -> List.of(git.port()));
    this.api = new LaasApi(relay.listen("people"), "admin", password);
    this.books = new Books(postgres);
    this.projects = new ChaosProjects(api, git, folder.resolve("work"));
  }

  /**
   * Starts everything.
   *
   * @param folder for all data and logs; made here
   */
  static ChaosWorld start(Path folder, Optional<ContainerSide> containers)
      throws InterruptedException {
    String gitPassword = Passwords.random();
    ChaosWorld world = new ChaosWorld(made(folder), gitPassword, containers);
    try {
      world.begin(gitPassword);
      return world;
    } catch (RuntimeException | InterruptedException e) {
      world.close();
      throw e;
    }
  }

  private void begin(String gitPassword) throws InterruptedException {
    servers.start();
    books.open();
    projects.save(
        gitRelay.listen("git").getPort(),
        gitPassword,
        containers().map(ContainerSide::image).orElse("none"),
        mark());
    startAgents();
  }

  private static Map<String, String> serverSettings(Postgres postgres) {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Map.of(
        "LAAS_DATABASE_URL",
        postgres.url(),
        "LAAS_DATABASE_USERNAME",
        postgres.username(),
        "LAAS_DATABASE_PASSWORD",
        postgres.password(),
        "LAAS_SECRET_KEY",
        Base64.getEncoder().encodeToString(key),
        "LAAS_LEASE",
        LEASE);
  }

  private void startAgents() throws InterruptedException {
    for (String name : PROCESS_AGENTS) {
      agents.add(agent(name, "process", "unix:///nonexistent/docker.sock"));
    }
    if (containers != null) {
      agents.add(agent(CONTAINER_AGENT, "docker", containers.relay().host()));
    }
    String joinToken = api.joinToken();
    agents.forEach(agent -> agent.start(joinToken));
  }

  private OneAgent agent(String name, String executor, String engine) {
    return new OneAgent(
        relay.listen(name),
        new PackagedAgent.Settings(
            name, folder.resolve(name), executor, CAPACITY, Map.of("DOCKER_HOST", engine)));
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A word that the environment of each script of this world has, and nothing else. */
  String mark() {
    return folder.getFileName().toString();
  }

  Postgres postgres() {
    return postgres;
  }

  Servers servers() {
    return servers;
  }

  /** Between agents, people and the servers. */
  HttpRelay relay() {
    return relay;
  }

  /** Between agents and the Git server. */
  HttpRelay gitRelay() {
    return gitRelay;
  }

  /** As people have it: through the relay. */
  LaasApi api() {
    return api;
  }

  Books books() {
    return books;
  }

  List<OneAgent> agents() {
    return agents;
  }

  /** The agent of that name or, when it is none, one of them. */
  OneAgent agent(String name, int otherwise) {
    return agents.stream()
        .filter(agent -> agent.name().equals(name))
        .findFirst()
        .orElse(agents.get(otherwise % agents.size()));
  }

  Optional<ContainerSide> containers() {
    return Optional.ofNullable(containers);
  }

  ChaosProjects projects() {
    return projects;
  }

  /** Ends everything; the folder stays. */
  @Override
  public void close() {
    agents.forEach(OneAgent::close);
    relay.close();
    gitRelay.close();
    git.close();
    servers.close();
    postgres.close();
    if (containers != null) {
      agents.forEach(agent -> containers.engine().removeImages("org.laassoa.root=" + agent.root()));
      containers.close();
    }
  }
}
