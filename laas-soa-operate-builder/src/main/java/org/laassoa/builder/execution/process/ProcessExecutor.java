package org.laassoa.builder.execution.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.BuildOutput;
import org.laassoa.builder.execution.Executor;
import org.laassoa.builder.execution.Locations;
import org.laassoa.builder.execution.RunningScript;
import org.laassoa.builder.execution.ScriptRun;
import org.laassoa.wire.Environment;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Registry;
import org.laassoa.wire.StepName;

/**
 * Runs scripts on the host as the agent's own user. Nothing is isolated: the environment's image,
 * and the limits on processors and processes, count for nothing. The limit on memory is watched.
 */
public final class ProcessExecutor implements Executor {

  private static final Set<String> INHERITED = Set.of("PATH", "LANG", "TZ", "TMPDIR", "JAVA_HOME");

  private final Path records;

  /**
   * An executor for one agent.
   *
   * @param root the agent's folder; {@code .laas/processes} below it notes what runs
   * @throws UncheckedIOException when that cannot be made
   */
  public ProcessExecutor(Path root) {
    this.records = root.resolve(".laas").resolve("processes");
    try {
      Files.createDirectories(records);
    } catch (IOException e) {
      throw new UncheckedIOException("the agent's folder cannot be used: " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return "process";
  }

  @Override
  public void prepare(StepName step, Environment environment, BuildOutput output) {
    output.line(
        "no container: scripts run on this machine as the agent's user, nothing is isolated, and "
            + "the environment "
            + environment.name()
            + " is whatever is installed here");
  }

  @Override
  public Locations locations(ScriptRun run) {
    return new Locations(
        path(run.workspace().source()),
        path(run.workspace().build()),
        path(run.workspace().target()),
        path(run.dependencyLib()),
        path(home(run)));
  }

  private static Path home(ScriptRun run) {
    return run.scratch().resolve("home");
  }

  private static String path(Path path) {
    return path.toAbsolutePath().toString();
  }

  @Override
  public RunningScript start(ScriptRun run, BuildOutput output) throws BuildFailure {
    if (run.engineAccess()) {
      throw engineRequired(run.step(), "the script asks for the container engine");
    }
    Path script = run.workspace().build().resolve(run.script()).toAbsolutePath();
    if (!Files.isRegularFile(script)) {
      throw BuildFailure.input(
          run.step(), FailureReason.SCRIPT_NOT_FOUND, "there is no script " + run.script());
    }
    try {
      makeFolders(run);
      return ScriptProcess.start(
          command(run, script), record(run.name()), run.limits().memoryBytes());
    } catch (IOException | UncheckedIOException e) {
      throw BuildFailure.infrastructure(
          run.step(), FailureReason.INTERNAL, "the script could not be run: " + e.getMessage());
    }
  }

  @Override
  public Optional<RunningScript> adopt(ScriptRun run) throws InterruptedException {
    return ScriptProcess.adopt(record(run.name()), run.limits().memoryBytes())
        .map(script -> script);
  }

  private ScriptRecord record(String scriptName) {
    return new ScriptRecord(records.resolve(scriptName));
  }

  private static void makeFolders(ScriptRun run) throws IOException {
    for (Path folder :
        List.of(run.workspace().source(), run.workspace().target(), run.dependencyLib())) {
      Files.createDirectories(folder);
    }
    HomeFolder.write(home(run).toAbsolutePath().normalize(), run.homeFiles());
  }

  private ProcessBuilder command(ScriptRun run, Path script) throws IOException {
    List<String> command = new ArrayList<>();
    if (!hasInterpreter(script)) {
      command.add("sh");
    }
    command.add(script.toString());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(run.workspace().source().toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(run.rawOutput().toFile()));
    Map<String, String> variables = builder.environment();
    variables.keySet().removeIf(name -> !inherited(name));
    variables.putAll(run.variables());
    variables.putAll(locations(run).variables());
    variables.putAll(run.secretFiles().variables(path(run.secretFiles().folder())));
    return builder;
  }

  /** What a script needs of the agent's own environment; never its tokens. */
  private static boolean inherited(String name) {
    return INHERITED.contains(name)
        || name.startsWith("LC_")
        || name.startsWith("SSL_CERT_")
        || name.toLowerCase(Locale.ROOT).endsWith("_proxy");
  }

  private static boolean hasInterpreter(Path script) throws IOException {
    try (InputStream in = Files.newInputStream(script)) {
      return new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals("#!");
    }
  }

  @Override
  public ImageReport buildImage(ImageBuild build, BuildOutput output) throws BuildFailure {
    throw engineRequired(StepName.PACKAGE, "an image is to be made");
  }

  @Override
  public ImageReport pushImage(ImageReport image, Registry registry, BuildOutput output)
      throws BuildFailure {
    throw engineRequired(StepName.PUSH, "an image is to be pushed");
  }

  private static BuildFailure engineRequired(StepName step, String what) {
    return BuildFailure.input(
        step,
        FailureReason.ENGINE_REQUIRED,
        what
            + ", but this agent has no container engine; run it on an agent with Docker or Podman");
  }

  /** Does nothing: without an engine there are no images. */
  @Override
  public void removeImage(String name) {}

  @Override
  public void removeLeftovers(Set<String> spared) {
    try (Stream<Path> left = Files.list(records)) {
      left.toList().stream()
          .map(file -> file.getFileName().toString())
          .filter(name -> !spared.contains(name))
          .forEach(this::discard);
    } catch (IOException e) {
      throw new UncheckedIOException("leftovers of a former run: " + e.getMessage(), e);
    }
  }

  @Override
  public void discard(String scriptName) {
    ScriptProcess.ofFormer(record(scriptName), null).close();
  }

  @Override
  public void close() {}
}
