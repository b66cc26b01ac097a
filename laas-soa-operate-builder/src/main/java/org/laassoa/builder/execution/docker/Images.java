package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.BuildOutput;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Registry;
import org.laassoa.wire.StepName;

/** Finds, pulls and pushes images. */
final class Images {

  private final Engine engine;

  Images(Engine engine) {
    this.engine = engine;
  }

  /** The image of that name or id, or nothing when the engine does not have it. */
  Optional<InspectImageResponse> find(StepName step, String name)
      throws BuildFailure, InterruptedException {
    try {
      return Optional.of(engine.call(step, docker -> docker.inspectImageCmd(name).exec()));
    } catch (NotFoundException e) {
      return Optional.empty();
    } catch (DockerException e) {
      throw unavailable(step, name, EngineMessage.of(e));
    }
  }

  /** Brings an image from its registry. */
  void pull(StepName step, String image, @Nullable Registry registry, BuildOutput output)
      throws BuildFailure, InterruptedException {
    output.line("Pulling " + image);
    ImageName name = ImageName.of(image);
    LayerProgress progress = new LayerProgress(output);
    AtomicReference<@Nullable String> refusal = new AtomicReference<>();
    try {
      engine.stream(
          step,
          docker ->
              docker
                  .pullImageCmd(name.repository())
                  .withTag(name.tag())
                  .withAuthConfig(RegistryLogin.of(registry)),
          item -> {
            progress.accept(item);
            EngineMessage.of(item).ifPresent(refusal::set);
          });
    } catch (RuntimeException e) {
      throw unavailable(step, image, EngineMessage.of(e));
    }
    String message = refusal.get();
    if (message != null) {
      throw unavailable(step, image, message);
    }
  }

  /** Sends an image to its registry; gives the report with the registry's digest. */
  ImageReport push(ImageReport image, Registry registry, BuildOutput output)
      throws BuildFailure, InterruptedException {
    output.line("Pushing " + image.name());
    ImageName name = ImageName.of(image.name());
    LayerProgress progress = new LayerProgress(output);
    AtomicReference<@Nullable String> refusal = new AtomicReference<>();
    AtomicReference<@Nullable String> digest = new AtomicReference<>();
    try {
      engine.stream(
          StepName.PUSH,
          docker ->
              docker
                  .pushImageCmd(name.repository())
                  .withTag(name.tag())
                  .withAuthConfig(RegistryLogin.of(registry)),
          item -> {
            progress.accept(item);
            // A refusal is a part of an answer that otherwise ends well.
            EngineMessage.of(item).ifPresent(refusal::set);
            if (item.getAux() != null && item.getAux().getDigest() != null) {
              digest.set(item.getAux().getDigest());
            }
          });
    } catch (RuntimeException e) {
      throw refused(image, EngineMessage.of(e));
    }
    String message = refusal.get();
    if (message != null) {
      throw refused(image, message);
    }
    String pushed = digest.get();
    return new ImageReport(
        image.name(), image.id(), pushed == null ? digestOnEngine(image, name) : pushed);
  }

  /** The failure of an image that cannot be had. */
  static BuildFailure unavailable(StepName step, String image, String message) {
    return BuildFailure.input(
        step, FailureReason.IMAGE_UNAVAILABLE, "the image " + image + " cannot be had: " + message);
  }

  private static BuildFailure refused(ImageReport image, String message) {
    return BuildFailure.input(
        StepName.PUSH,
        FailureReason.PUSH_REFUSED,
        "the push of " + image.name() + " was refused: " + message);
  }

  private @Nullable String digestOnEngine(ImageReport image, ImageName name)
      throws BuildFailure, InterruptedException {
    List<String> digests =
        find(StepName.PUSH, image.name())
            .map(InspectImageResponse::getRepoDigests)
            .orElse(List.of());
    String prefix = name.repository() + "@";
    return digests.stream()
        .filter(digest -> digest.startsWith(prefix))
        .map(digest -> digest.substring(prefix.length()))
        .findFirst()
        .orElse(null);
  }
}
