package org.laassoa.builder.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.Executor.ImageBuild;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Packaging;
import org.laassoa.wire.StepName;

/** Makes the image from a Dockerfile through the container engine. */
record BuildImage(Packaging packaging) implements Step {

  @Override
  public StepName name() {
    return StepName.PACKAGE;
  }

  @Override
  public String subject() {
    return packaging.file() + " -> " + image();
  }

  @Override
  public void run(Build build) throws BuildFailure, InterruptedException, IOException {
    Path dockerfile = dockerfile(build);
    ImageBuild image =
        new ImageBuild(
            build.action().actionId(),
            dockerfile,
            "target".equals(packaging.context())
                ? build.workspace().target()
                : build.workspace().source(),
            image(),
            buildArgs(build),
            build.action().environment().network(),
            build.action().registry());
    build.progress().made(build.tools().executor().buildImage(image, build::say));
  }

  private String image() {
    return packaging.image() + ":" + packaging.tag();
  }

  /** The configuration's own file wins over one of that name in the source. */
  private Path dockerfile(Build build) throws BuildFailure, IOException {
    Path configured = build.workspace().build().resolve(packaging.file()).normalize();
    if (configured.startsWith(build.workspace().build()) && Files.isRegularFile(configured)) {
      return configured;
    }
    Path source = build.workspace().source();
    Path inSource = source.resolve(packaging.file()).normalize();
    if (!Files.isRegularFile(inSource) || !isInside(inSource, source)) {
      throw BuildFailure.input(
          name(),
          FailureReason.SCRIPT_NOT_FOUND,
          "'" + packaging.file() + "' is neither in the build configuration nor in the source");
    }
    return inSource;
  }

  /** A symbolic link in the source must not lead to the agent's own files. */
  private static boolean isInside(Path file, Path folder) throws IOException {
    return file.toRealPath().startsWith(folder.toRealPath());
  }

  /** Build arguments stay in the image's history: a reference to a secret stays a reference. */
  private Map<String, String> buildArgs(Build build) {
    Map<String, String> variables = build.variables(name()).forScript();
    variables.values().removeAll(build.action().secrets());
    return BuildVariables.substitute(packaging.buildArgs(), variables);
  }
}
