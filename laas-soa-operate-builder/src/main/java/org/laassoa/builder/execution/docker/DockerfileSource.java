package org.laassoa.builder.execution.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.Executor.ImageBuild;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.StepName;

/**
 * Reads the Dockerfile of an image, which a repository must not turn into a look at other files.
 */
final class DockerfileSource {

  private DockerfileSource() {}

  /**
   * Its content.
   *
   * @throws BuildFailure when it is not there, or is a link that leads out of the context
   */
  static byte[] read(ImageBuild build) throws BuildFailure {
    Path dockerfile = build.dockerfile();
    try {
      Path real = dockerfile.toRealPath();
      if (real.startsWith(build.context().toRealPath()) || !isBehindLink(dockerfile, build)) {
        return Files.readAllBytes(real);
      }
    } catch (IOException e) {
      throw failure(build, "there is no " + dockerfile.getFileName());
    }
    throw failure(build, dockerfile.getFileName() + " is a link that leads out of the context");
  }

  /**
   * Looks at the part below the folder that it shares with the context: the agent made the rest.
   */
  private static boolean isBehindLink(Path dockerfile, ImageBuild build) {
    Path context = build.context().toAbsolutePath().normalize();
    Path path = dockerfile.toAbsolutePath().normalize();
    for (Path part = path; part != null && !context.startsWith(part); part = part.getParent()) {
      if (Files.isSymbolicLink(part) || !Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
        return true;
      }
    }
    return false;
  }

  private static BuildFailure failure(ImageBuild build, String detail) {
    return BuildFailure.input(
        StepName.PACKAGE,
        FailureReason.IMAGE_BUILD_FAILED,
        "the image " + build.name() + " could not be made: " + detail);
  }
}
