package org.laassoa.builder.execution.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.laassoa.builder.execution.BuildOutput;
import org.laassoa.builder.execution.ScriptRun;
import org.laassoa.builder.execution.SecretFiles;
import org.laassoa.builder.execution.docker.transport.EngineAddress;
import org.laassoa.builder.workspace.Workspace;
import org.laassoa.wire.Environment;
import org.laassoa.wire.Limits;
import org.laassoa.wire.PullPolicy;
import org.laassoa.wire.StepName;

/** A root folder, a workspace in it and an environment of their own, for one test. */
final class EngineTestBed implements BuildOutput, AutoCloseable {

  static final String BUSYBOX = "laas-test/busybox:1";
  static final Limits NO_LIMITS = new Limits(60, null, null, null, null);

  final Path root;
  final Workspace workspace;
  final DockerExecutor executor;
  final String environment = "laas-test-" + UUID.randomUUID().toString().substring(0, 8);
  final CopyOnWriteArrayList<String> lines = new CopyOnWriteArrayList<>();

  EngineTestBed(Path root) throws IOException {
    this(root, DockerExecutor.connect(root).orElseThrow());
  }

  EngineTestBed(Path root, DockerExecutor executor) throws IOException {
    this.root = root;
    this.executor = executor;
    workspace = new Workspace(root.resolve("git/app/branch/main"));
    Files.createDirectories(workspace.source());
    Files.createDirectories(workspace.build());
  }

  static String dockerHost() {
    String host = System.getenv("DOCKER_HOST");
    return host == null || host.isBlank() ? "unix:///var/run/docker.sock" : host;
  }

  Environment environment(String image, String recipe) {
    return new Environment(environment, image, recipe, PullPolicy.IF_MISSING, "none", null);
  }

  /** Names of files with secrets, which the test has written. */
  Set<String> secretFiles = Set.of();

  Environment prepared() throws Exception {
    Environment made = environment(BUSYBOX, null);
    executor.prepare(StepName.IMAGE, made, this);
    return made;
  }

  ScriptRun script(String text) throws Exception {
    return script(text, NO_LIMITS, Map.of());
  }

  ScriptRun script(String text, Limits limits, Map<String, String> homeFiles) throws Exception {
    return script(text, limits, homeFiles, prepared(), false);
  }

  ScriptRun script(
      String text,
      Limits limits,
      Map<String, String> homeFiles,
      Environment environment,
      boolean engineAccess)
      throws Exception {
    Path script = workspace.build().resolve("compile.sh");
    Files.writeString(script, text);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path output = root.resolve("output.raw");
    if (!Files.exists(output)) {
      Files.createFile(output);
    }
    return new ScriptRun(
        "compile-" + UUID.randomUUID(),
        environment.name(),
        1,
        StepName.COMPILE,
        "compile.sh",
        workspace,
        root.resolve("dependency_lib"),
        root,
        output,
        environment,
        Map.of("LAAS_TEST", "a b"),
        homeFiles,
        new SecretFiles(root.resolve("secrets"), secretFiles),
        limits,
        engineAccess);
  }

  byte[] outputBytes() throws IOException {
    return Files.readAllBytes(root.resolve("output.raw"));
  }

  String output() throws IOException {
    return new String(outputBytes(), StandardCharsets.UTF_8);
  }

  /** How many containers of this test's root there are, running or not. */
  int containers() {
    int[] count = new int[1];
    try (Engine engine = new Engine(EngineAddress.of(dockerHost()), Duration.ZERO)) {
      engine.quietly(
          Duration.ofSeconds(10),
          docker ->
              count[0] =
                  docker
                      .listContainersCmd()
                      .withShowAll(true)
                      .withLabelFilter(Map.of(Labels.ROOT, root.toString()))
                      .exec()
                      .size());
    }
    return count[0];
  }

  @Override
  public void line(String text) {
    lines.add(text);
  }

  @Override
  public void close() {
    executor.removeLeftovers(Set.of());
    executor.removeImage(Environment.imageNameOf(environment));
    executor.close();
  }
}
