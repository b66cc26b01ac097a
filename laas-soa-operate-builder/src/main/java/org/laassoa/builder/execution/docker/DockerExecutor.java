package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.BuildOutput;
import org.laassoa.builder.execution.ContainerEngine;
import org.laassoa.builder.execution.Executor;
import org.laassoa.builder.execution.Locations;
import org.laassoa.builder.execution.RunningScript;
import org.laassoa.builder.execution.ScriptRun;
import org.laassoa.builder.execution.docker.transport.EngineAddress;
import org.laassoa.wire.Environment;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Registry;
import org.laassoa.wire.StepName;

/** Runs each script in a container of its own and makes images with the same engine. */
public final class DockerExecutor implements Executor {

  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final Duration REMOVAL = Duration.ofSeconds(30);

  /** As long as an engine takes that is restarted, or a proxy in front of it. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String root;
  private final Engine engine;
  private final Images images;
  private final ImageBuilder builder;
  private final EnvironmentImages environments;
  private final Ownership ownership;
  private final Removals removals;
  private final ImageUses uses;

  private DockerExecutor(Path root, Engine engine) {
    this.root = root.toAbsolutePath().normalize().toString();
    this.engine = engine;
    this.images = new Images(engine);
    this.builder = new ImageBuilder(engine);
    this.environments = new EnvironmentImages(engine, images, builder, this.root);
    this.removals = new Removals(engine);
    this.uses = new ImageUses(root);
    this.ownership = new Ownership(engine, removals, Path.of(this.root));
  }

  /**
   * Connects to this machine's engine: the one that {@code DOCKER_HOST} names, else the one at the
   * usual socket.
   *
   * @param root the agent's root folder
   * @return empty when no engine answers there within two seconds
   * @throws IllegalArgumentException when {@code DOCKER_HOST} has a form that is not known here, or
   *     {@code DOCKER_TLS_VERIFY} asks for TLS
   */
  public static Optional<DockerExecutor> connect(Path root) {
    String host = address();
    if (host.startsWith("tcp:") && setting("DOCKER_TLS_VERIFY").isPresent()) {
      throw new IllegalArgumentException(
          "DOCKER_TLS_VERIFY: an engine behind TLS is not supported; use its socket or a tunnel");
    }
    return connect(root, host);
  }

  /**
   * Connects to an engine.
   *
   * @param root the agent's root folder
   * @param dockerHost {@code unix:///path} or {@code tcp://host:port}
   * @return empty when no engine answers there within two seconds
   * @throws IllegalArgumentException for an address of another form
   */
  public static Optional<DockerExecutor> connect(Path root, String dockerHost) {
    return connect(root, dockerHost, PATIENCE);
  }

  /**
   * The same, with another patience.
   *
   * @param patience how long the engine may be away while a script runs
   */
  static Optional<DockerExecutor> connect(Path root, String dockerHost, Duration patience) {
    Engine engine = new Engine(EngineAddress.of(dockerHost), patience);
    if (engine.answers(ANSWER)) {
      return Optional.of(new DockerExecutor(root, engine));
    }
    engine.close();
    return Optional.empty();
  }

  /** Where this machine's engine is, or should be. */
  public static String address() {
    return setting("DOCKER_HOST").orElse("unix:///var/run/docker.sock");
  }

  private static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }

  @Override
  public String name() {
    return "docker";
  }

  @Override
  public void prepare(StepName step, Environment environment, BuildOutput output)
      throws BuildFailure, InterruptedException {
    // Noted before: from now on nobody else may remove them.
    uses.note(environment.imageName());
    uses.noteKnown(environment.image());
    environments.prepare(step, environment, output);
  }

  @Override
  public Optional<ContainerEngine> engine() {
    return Optional.of(new EngineContents(engine, root, uses));
  }

  @Override
  public Locations locations(ScriptRun run) {
    return ContainerOrder.LOCATIONS;
  }

  @Override
  public RunningScript start(ScriptRun run, BuildOutput output)
      throws BuildFailure, InterruptedException {
    if (!Files.isRegularFile(run.workspace().build().resolve(run.script()))) {
      throw BuildFailure.input(
          run.step(), FailureReason.SCRIPT_NOT_FOUND, "there is no script " + run.script());
    }
    try {
      Files.createDirectories(run.workspace().source());
      Files.createDirectories(run.workspace().target());
      Files.createDirectories(run.dependencyLib());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ScriptContainer container = container(run);
    container.start();
    return container;
  }

  @Override
  public Optional<RunningScript> adopt(ScriptRun run) throws BuildFailure, InterruptedException {
    ScriptContainer container = container(run);
    return container.adopt() ? Optional.of(container) : Optional.empty();
  }

  private ScriptContainer container(ScriptRun run) {
    return new ScriptContainer(
        engine, removals, new ContainerOrder(run, root, engine.address()), ownership);
  }

  @Override
  public ImageReport buildImage(ImageBuild build, BuildOutput output)
      throws BuildFailure, InterruptedException {
    ImageBuilder.Order order =
        new ImageBuilder.Order(
            build.name(),
            ImageContext.DOCKERFILE,
            build.buildArgs(),
            Labels.ofImage(build.actionId()),
            build.network(),
            build.registry());
    byte[] dockerfile = DockerfileSource.read(build);
    try (InputStream context = ImageContext.of(build.context(), dockerfile).open()) {
      builder.build(StepName.PACKAGE, order, context, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    uses.note(build.name());
    return new ImageReport(
        build.name(),
        images.find(StepName.PACKAGE, build.name()).map(InspectImageResponse::getId).orElse(null),
        null);
  }

  @Override
  public ImageReport pushImage(ImageReport image, Registry registry, BuildOutput output)
      throws BuildFailure, InterruptedException {
    return images.push(image, registry, output);
  }

  @Override
  public void removeImage(String name) {
    engine.quietly(REMOVAL, docker -> docker.removeImageCmd(name).exec());
  }

  @Override
  public void discard(String scriptName) {
    discardContainer(ContainerOrder.nameOf(scriptName));
  }

  private void discardContainer(String container) {
    var written = ownership.writableBy(container);
    removals.removeNow(container);
    written.ifPresent(ownership::giveBack);
  }

  @Override
  public void removeLeftovers(Set<String> spared) {
    removals.join();
    List<Container> leftovers = new CopyOnWriteArrayList<>();
    engine.quietly(
        REMOVAL,
        docker ->
            leftovers.addAll(
                docker
                    .listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(Map.of(Labels.ROOT, root))
                    .exec()));
    for (Container leftover : leftovers) {
      if (spared.stream().noneMatch(name -> isNamed(leftover, name))) {
        discardContainer(leftover.getId());
      }
    }
  }

  private static boolean isNamed(Container container, String scriptName) {
    // The engine puts a slash in front.
    String name = "/" + ContainerOrder.nameOf(scriptName);
    return Arrays.asList(container.getNames()).contains(name);
  }

  /** Waits, up to 10 s, until the containers of scripts that have ended are gone too. */
  @Override
  public void close() {
    removals.close();
    engine.close();
  }
}
