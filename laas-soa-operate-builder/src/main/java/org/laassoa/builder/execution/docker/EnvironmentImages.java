package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.BuildOutput;
import org.laassoa.wire.Environment;
import org.laassoa.wire.PullPolicy;
import org.laassoa.wire.StepName;

/**
 * The images that scripts run in, {@code build_<environment>}: made from the environment's base
 * image and its recipe, and made again when one of the two has changed. A label on the image says
 * what it was made from, so nothing has to be remembered here.
 */
final class EnvironmentImages {

  private static final Duration REMOVAL = Duration.ofSeconds(5);

  private final Engine engine;
  private final Images images;
  private final ImageBuilder builder;
  private final String root;
  private final Map<String, Lock> locks = new ConcurrentHashMap<>();

  EnvironmentImages(Engine engine, Images images, ImageBuilder builder, String root) {
    this.engine = engine;
    this.images = images;
    this.builder = builder;
    this.root = root;
  }

  /** Makes sure that the environment's image is there and up to date; one build at a time. */
  void prepare(StepName step, Environment environment, BuildOutput output)
      throws BuildFailure, InterruptedException {
    String name = environment.imageName();
    Lock lock = locks.computeIfAbsent(name, key -> new ReentrantLock());
    lock.lockInterruptibly();
    try {
      InspectImageResponse base = base(step, environment, output);
      ImageBuilder.Order order = order(environment, name, Objects.requireNonNull(base.getId()));
      Optional<InspectImageResponse> made = images.find(step, name);
      String wanted = order.labels().get(Labels.RECIPE);
      if (made.map(EnvironmentImages::recipeLabel)
          .filter(label -> label.equals(wanted))
          .isEmpty()) {
        output.line("Making the image of the environment " + environment.name() + ": " + name);
        make(step, environment, order, output);
        made.map(InspectImageResponse::getId).ifPresent(this::removeFormer);
      }
    } finally {
      lock.unlock();
    }
  }

  private InspectImageResponse base(StepName step, Environment environment, BuildOutput output)
      throws BuildFailure, InterruptedException {
    String image = environment.image();
    if (environment.pullPolicy() == PullPolicy.ALWAYS) {
      images.pull(step, image, environment.registry(), output);
    }
    Optional<InspectImageResponse> found = images.find(step, image);
    if (found.isEmpty() && environment.pullPolicy() == PullPolicy.IF_MISSING) {
      images.pull(step, image, environment.registry(), output);
      found = images.find(step, image);
    }
    return found.orElseThrow(
        () ->
            Images.unavailable(
                step,
                image,
                environment.pullPolicy() == PullPolicy.NEVER
                    ? "the engine does not have it and the environment says never to pull"
                    : "the engine does not have it after the pull"));
  }

  private ImageBuilder.Order order(Environment environment, String name, String baseId) {
    String recipe = Objects.requireNonNullElse(environment.recipe(), "");
    return new ImageBuilder.Order(
        name,
        ImageContext.DOCKERFILE,
        Map.of(),
        Map.of(
            Labels.ROOT,
            root,
            Labels.RECIPE,
            ImageName.sha256(environment.image(), baseId, recipe)),
        environment.network(),
        environment.registry());
  }

  private void make(
      StepName step, Environment environment, ImageBuilder.Order order, BuildOutput output)
      throws BuildFailure, InterruptedException {
    try (InputStream context = ImageContext.ofDockerfile(environment.dockerfile())) {
      builder.build(step, order, context, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Quietly: it stays while a container of another build runs from it. */
  private void removeFormer(String id) {
    engine.quietly(REMOVAL, docker -> docker.removeImageCmd(id).exec());
  }

  private static String recipeLabel(InspectImageResponse image) {
    if (image.getConfig() == null || image.getConfig().getLabels() == null) {
      return "";
    }
    return Objects.requireNonNullElse(image.getConfig().getLabels().get(Labels.RECIPE), "");
  }
}
