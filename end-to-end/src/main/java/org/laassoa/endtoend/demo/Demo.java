package org.laassoa.endtoend.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.api.LaasApi;
import org.laassoa.endtoend.api.LogStream;
import org.laassoa.endtoend.engine.Engine;
import org.laassoa.endtoend.git.GitHttpServer;
import org.laassoa.endtoend.git.GitRepository;
import org.laassoa.endtoend.process.Checkout;
import org.laassoa.endtoend.process.PackagedAgent;
import org.laassoa.endtoend.process.PackagedServer;
import org.laassoa.endtoend.process.Passwords;

/**
 * The main job in one command: starts server and agent, makes a Git repository from the example,
 * builds it, and shows what happens. Everything is on loopback and below one folder.
 */
public final class Demo {

  private static final Duration END_LIMIT = Duration.ofSeconds(10);

  private final DemoOptions options;
  private final Screen screen;
  private final Path folder;
  private final Ending ending;

  private Demo(DemoOptions options, Screen screen, Path folder, Ending ending) {
    this.options = options;
    this.screen = screen;
    this.folder = folder;
    this.ending = ending;
  }

  /** Exit codes: 0 the build succeeded, 1 it did not or something broke, 2 a wrong option. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    DemoOptions options;
    try {
      options = DemoOptions.parse(Arrays.asList(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println("laas demo: " + e.getMessage());
      System.exit(2);
      return;
    }
    Screen screen = new Screen(new PrintStream(System.out, false, StandardCharsets.UTF_8));
    Path parent = Files.createDirectories(Checkout.root().resolve("target/demo"));
    Path folder = Files.createTempDirectory(parent, "run-");
    Ending ending = new Ending(folder);
    Runtime.getRuntime().addShutdownHook(new Thread(ending::run, "demo-ending"));
    int code;
    try {
      code = new Demo(options, screen, folder, ending).run() ? 0 : 1;
    } catch (Throwable e) {
      // Whatever it is: threads of the Git server and the started processes must not outlive it.
      ending.keepFolder();
      screen.endLog();
      System.err.println("laas demo: " + (e instanceof RuntimeException ? e.getMessage() : e));
      System.err.println("the logs are in " + folder);
      code = 1;
    }
    System.exit(code);
  }

  private boolean run() throws IOException, InterruptedException {
    screen.line("");
    Optional<Engine> engine = engine();
    String image = engine.map(this::image).orElse(null);
    String password = Passwords.random();
    PackagedServer server = server(password);
    screen.fact("server", server.address() + ", with its own PostgreSQL");
    agent(server, image != null);
    screen.fact("agent", agentLine(engine, image));
    DemoProject project = project(image);
    screen.fact(
        "git",
        project.git().url(DemoProject.NAME + ".git") + ", made from examples/" + DemoProject.NAME);
    project.configure(server.api());

    Build build = build(server.api());
    screen.fact("console", server.address() + "/builds/" + build.id());
    screen.fact("sign in", "admin, password " + password);
    boolean succeeded = build.state().equals("succeeded");
    if (!succeeded) {
      ending.keepFolder();
    }
    if (!options.exit()) {
      screen.line("");
      screen.line("  Everything stays up until Ctrl-C.");
      server.process().await();
    }
    return succeeded;
  }

  private Optional<Engine> engine() {
    if (options.executor().equals("process")) {
      return Optional.empty();
    }
    Optional<Engine> engine = Engine.find();
    if (engine.isEmpty() && options.executor().equals("docker")) {
      throw new IllegalStateException("--executor docker: no container engine answers");
    }
    return engine;
  }

  /** The image to build in; null when this machine cannot make one and may do without. */
  private @Nullable String image(Engine engine) {
    String told = System.getenv("LAAS_DEMO_IMAGE");
    if (told != null) {
      return told;
    }
    if (System.getProperty("os.name").equals("Linux")) {
      screen.fact("image", "from this machine's own files (LAAS_DEMO_IMAGE takes another one)");
      return new DemoImage(engine, folder).ensure();
    }
    if (options.executor().equals("docker")) {
      throw new IllegalStateException(
          "set LAAS_DEMO_IMAGE to an image with a JDK: one can be made from own files on Linux only");
    }
    return null;
  }

  private PackagedServer server(String password) throws InterruptedException {
    return ending.closeLater(
        PackagedServer.start(
            new PackagedServer.Settings(
                folder.resolve("server"), options.port(), password, Map.of(), List.of())));
  }

  private void agent(PackagedServer server, boolean docker) throws InterruptedException {
    ending.closeLater(
        PackagedAgent.start(
            server.address(),
            server.api().joinToken(),
            new PackagedAgent.Settings(
                "demo", folder.resolve("agent"), docker ? "docker" : "process", 1, Map.of())));
  }

  private static String agentLine(Optional<Engine> engine, @Nullable String image) {
    return image == null
        ? "runs builds as processes of this machine: nothing is isolated, no image is made"
        : "runs builds in containers, engine " + engine.map(Engine::version).orElse("");
  }

  private DemoProject project(@Nullable String image) {
    Path example = Checkout.root().resolve("examples").resolve(DemoProject.NAME);
    Path repositories = folder.resolve("git");
    GitRepository repository =
        GitRepository.create(repositories, DemoProject.NAME + ".git", folder.resolve("work"));
    repository.copy(example).commit("Say hello");
    String password = Passwords.random();
    GitHttpServer git = ending.closeLater(GitHttpServer.start(repositories, password));
    return new DemoProject(example, git, password, image);
  }

  private Build build(LaasApi api) throws InterruptedException {
    Build build = api.enqueue(DemoProject.NAME, "branch", "main", Map.of());
    screen.line("");
    screen.line("  build " + build.id() + " of " + DemoProject.NAME + ", branch main");
    follow(api, build.id());
    Build ended = api.awaitEnd(build.id(), END_LIMIT);
    screen.line("");
    screen.fact(ended.state(), ended.state().equals("succeeded") ? took(ended) : ended.reason());
    screen.fact("commit", ended.commit());
    for (Build.Image image : Optional.ofNullable(ended.images()).orElse(List.of())) {
      screen.fact("image", image.name());
      screen.fact("", "docker run --rm " + image.name());
    }
    return ended;
  }

  private static String took(Build build) {
    if (build.queuedAt() == null || build.endedAt() == null) {
      return "";
    }
    Duration time =
        Duration.between(Instant.parse(build.queuedAt()), Instant.parse(build.endedAt()));
    return String.format("in %.1f s", time.toMillis() / 1000.0);
  }

  /** Prints the log as it comes; a lost connection is taken up where it broke. */
  private void follow(LaasApi api, long build) throws InterruptedException {
    String seen = null;
    while (true) {
      try (LogStream stream = api.logStream(build, seen)) {
        for (LogStream.Event event = stream.next(); event != null; event = stream.next()) {
          switch (event) {
            case LogStream.Event.Text text -> {
              screen.log(text.text());
              seen = text.id();
            }
            case LogStream.Event.End end -> {
              screen.endLog();
              return;
            }
          }
        }
      } catch (IOException lost) {
        Thread.sleep(200);
      }
    }
  }
}
