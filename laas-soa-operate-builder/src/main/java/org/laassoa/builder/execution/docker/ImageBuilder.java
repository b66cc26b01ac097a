package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.AsyncDockerCmd;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.model.BuildResponseItem;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.BuildOutput;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Registry;
import org.laassoa.wire.StepName;

/** Makes images through the engine's classic builder. */
final class ImageBuilder {

  private final Engine engine;

  ImageBuilder(Engine engine) {
    this.engine = engine;
  }

  /**
   * Makes an image.
   *
   * @param context a tar stream that holds the Dockerfile too
   */
  void build(StepName step, Order order, InputStream context, BuildOutput output)
      throws BuildFailure, InterruptedException {
    BuildTranscript transcript = new BuildTranscript(output);
    try {
      engine.stream(step, docker -> command(docker, order, context), transcript::accept);
    } catch (RuntimeException e) {
      throw failure(step, order, FailureReason.IMAGE_BUILD_FAILED, EngineMessage.of(e));
    }
    transcript.end();
    String error = transcript.error();
    if (error != null) {
      throw failure(
          step,
          order,
          transcript.inFrom() ? FailureReason.IMAGE_UNAVAILABLE : FailureReason.IMAGE_BUILD_FAILED,
          error);
    }
  }

  private static AsyncDockerCmd<?, BuildResponseItem> command(
      DockerClient docker, Order order, InputStream context) {
    BuildImageCmd command =
        docker
            .buildImageCmd(context)
            .withDockerfilePath(order.dockerfile())
            .withTags(Set.of(order.name()))
            .withLabels(order.labels())
            .withNetworkMode(order.network())
            .withBuildAuthConfigs(RegistryLogin.forBuild(order.registry()))
            .withRemove(true)
            .withForcerm(true);
    order.buildArgs().forEach(command::withBuildArg);
    return command;
  }

  private static BuildFailure failure(
      StepName step, Order order, FailureReason reason, String message) {
    return BuildFailure.input(
        step, reason, "the image " + order.name() + " could not be made: " + message);
  }

  /**
   * An image to make.
   *
   * @param name the name with tag that it gets
   * @param dockerfile the Dockerfile's name in the context
   * @param buildArgs build arguments, by name
   * @param labels labels, by name
   * @param network the network of its RUN lines
   * @param registry login for the images it is made from, or null
   */
  record Order(
      String name,
      String dockerfile,
      Map<String, String> buildArgs,
      Map<String, String> labels,
      String network,
      @Nullable Registry registry) {}
}
