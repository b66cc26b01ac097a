package org.laassoa.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.api.LaasApi;
import org.laassoa.endtoend.git.GitHttpServer;
import org.laassoa.endtoend.git.GitRepository;
import org.laassoa.endtoend.process.Checkout;
import org.laassoa.endtoend.process.FreePort;
import org.laassoa.endtoend.process.PackagedAgent;
import org.laassoa.endtoend.process.PackagedServer;
import org.laassoa.endtoend.process.Passwords;

/**
 * A packaged server on a fresh PostgreSQL, a Git server with a login, and an agent, all of them
 * configured to know each other. Nothing in between is ours but what is tested.
 */
public final class World implements AutoCloseable {

  /** Long enough for any build of the tests on a slow machine. */
  public static final Duration BUILD_LIMIT = Duration.ofMinutes(2);

  /** Short enough to notice a lost agent soon, long enough for one that is slow. */
  private static final String LEASE = "PT10S";

  /** Small, so that nothing of a build's size can be kept in memory. */
  private static final String SERVER_HEAP = "160m";

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final Path folder;
  private final PackagedServer server;
  private final GitHttpServer git;
  private final String gitPassword;
  private final List<Path> containerRoots = new ArrayList<>();
  private WorldAgent agent;

  private World(Path folder, PackagedServer server, GitHttpServer git, String gitPassword) {
    this.folder = folder;
    this.server = server;
    this.git = git;
    this.gitPassword = gitPassword;
  }

  /**
   * A world with one agent, which works directly on the server: a process of the test's own, or,
   * where {@code LAAS_TEST_INSTALLED} is set, one that the server installs over SSH.
   */
  public static World start(Execution execution) throws InterruptedException {
    String executable = System.getenv("LAAS_TEST_AGENT");
    if ("true".equals(System.getenv("LAAS_TEST_INSTALLED")) && executable != null) {
      String folder = Path.of(executable).toAbsolutePath().getParent().toString();
      World world = bare(Map.of("LAAS_AGENT_BINARIES", folder));
      world.agent = InstalledAgent.install(world, execution);
      return world;
    }
    World world = bare();
    world.agent = WorldAgent.of(world.startAgent(execution, world.server.address(), Map.of()));
    return world;
  }

  /** A world whose agents the test starts, or plays. */
  public static World bare() throws InterruptedException {
    return bare(Map.of());
  }

  /** As above, with further settings of the server. */
  public static World bare(Map<String, String> settings) throws InterruptedException {
    return bare(0, settings);
  }

  /** As above, and the server knows its own address, which it tells Git hosts. */
  public static World callable(Map<String, String> settings) throws InterruptedException {
    int port = FreePort.find();
    Map<String, String> all = new HashMap<>(settings);
    all.put("LAAS_PUBLIC_URL", "http://127.0.0.1:" + port);
    return bare(port, all);
  }

  private static World bare(int port, Map<String, String> settings) throws InterruptedException {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("LAAS_LEASE", LEASE);
    try {
      Path folder =
          Files.createTempDirectory(
              Files.createDirectories(Checkout.root().resolve("end-to-end/target/worlds")),
              "world-");
      PackagedServer server =
          PackagedServer.start(
              new PackagedServer.Settings(
                  folder.resolve("server"),
                  port,
                  Passwords.random(),
                  environment,
                  List.of("-Xmx" + SERVER_HEAP)));
      String gitPassword = Passwords.random();
      GitHttpServer git =
          GitHttpServer.start(Files.createDirectories(folder.resolve("git")), gitPassword);
      World world = new World(folder, server, git, gitPassword);
      world.putGitServer("git", gitPassword);
      return world;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts an agent with a root of its own, which reaches the server at that address. */
  public PackagedAgent startAgent(Execution execution, URI address, Map<String, String> environment)
      throws InterruptedException {
    Map<String, String> all = new HashMap<>(environment);
    if (execution == Execution.PROCESS) {
      // As on a machine without an engine.
      all.putIfAbsent("DOCKER_HOST", "unix:///nonexistent/docker.sock");
    }
    // No test waits for a build that another one left, but for those that are about it.
    all.putIfAbsent("LAAS_GRACE", "0");
    String name = unique("agent");
    if (execution == Execution.DOCKER) {
      containerRoots.add(folder.resolve(name));
    }
    return PackagedAgent.start(
        address,
        server.api().joinToken(),
        new PackagedAgent.Settings(name, folder.resolve(name), execution.option(), 2, all));
  }

  /** Starts an agent that has ended once more, in its root and with its identity. */
  public PackagedAgent startAgain(PackagedAgent ended) {
    return PackagedAgent.start(server.address(), "", ended.settings());
  }

  public Path folder() {
    return folder;
  }

  public PackagedServer server() {
    return server;
  }

  public LaasApi api() {
    return server.api();
  }

  public GitHttpServer git() {
    return git;
  }

  public String gitPassword() {
    return gitPassword;
  }

  /** The agent of a world that has one. */
  public WorldAgent agent() {
    return agent;
  }

  /** A name that no other test has. */
  public static String unique(String name) {
    return name + "-" + NUMBERS.incrementAndGet();
  }

  /** An empty repository on the Git server; a project finds it as {@code <name>.git}. */
  public GitRepository repository(String name) {
    return GitRepository.create(git.root(), name + ".git", folder.resolve("work").resolve(name));
  }

  /** The files of an example project. */
  public static Path example(String name) {
    try {
      return Path.of(World.class.getResource("/projects/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The beginning of a project, of which the test says the rest. */
  public ProjectSetup project(String name) {
    return new ProjectSetup(this, name);
  }

  /** Tells the server about the Git server, with a password that may be wrong. */
  public void putGitServer(String name, String password) throws InterruptedException {
    putGitServer(name, "generic", password);
  }

  /** As above, as a Git host of that kind. */
  public void putGitServer(String name, String kind, String password) throws InterruptedException {
    api()
        .put(
            "/api/git-servers/" + name,
            Map.of(
                "kind",
                kind,
                "address",
                "http://127.0.0.1",
                "port",
                git.port(),
                "username",
                GitHttpServer.USERNAME,
                "password",
                password,
                "is_default",
                name.equals("git")));
  }

  /** Tells the server about the image registry of the machine; skips where there is none. */
  public void putRegistry(String name, String password) throws InterruptedException {
    String[] address = Needs.setting("LAAS_TEST_REGISTRY").split(":");
    api()
        .put(
            "/api/image-registries/" + name,
            Map.of(
                "address",
                address[0],
                "port",
                Integer.parseInt(address[1]),
                "username",
                Needs.setting("LAAS_TEST_REGISTRY_USER"),
                "password",
                password));
  }

  /** Builds the main branch and waits for the end, whatever it is. */
  public Build build(String project) throws InterruptedException {
    return build(project, "branch", "main");
  }

  /** Builds a branch or tag and waits for the end, whatever it is. */
  public Build build(String project, String type, String ref) throws InterruptedException {
    return api().awaitEnd(api().enqueue(project, type, ref, Map.of()).id(), BUILD_LIMIT);
  }

  /** Waits until the log of a build that runs holds that text. */
  public void awaitLog(Build build, String text) {
    await().atMost(BUILD_LIMIT).until(() -> log(build).contains(text));
  }

  /** The output of a step's script, without the agent's own lines. */
  public String output(Build build, String step) throws InterruptedException {
    var range = build.step(step);
    return new String(
        api().log(build.id(), range.logFrom(), range.logTo()), StandardCharsets.UTF_8);
  }

  /** The whole log as text. */
  public String log(Build build) throws InterruptedException {
    return new String(api().log(build.id()), StandardCharsets.UTF_8);
  }

  /** Ends everything; what is left are the logs. */
  @Override
  public void close() {
    closeAgent();
    git.close();
    server.close();
    containerRoots.forEach(root -> Needs.engine().removeImages("org.laassoa.root=" + root));
    deleteAllButLogs();
  }

  private void closeAgent() {
    if (agent == null) {
      return;
    }
    try {
      agent.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deleteAllButLogs() {
    try (var files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          deleteIfEmpty(file);
        } else if (!file.toString().endsWith(".log")) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteIfEmpty(Path directory) throws IOException {
    try {
      Files.delete(directory);
    } catch (DirectoryNotEmptyException logs) {
      // They stay.
    }
  }
}
