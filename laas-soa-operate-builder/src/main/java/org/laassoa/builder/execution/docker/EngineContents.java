package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Info;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.execution.ContainerEngine;

/**
 * What the engine keeps for one agent. A label alone does not make an image the agent's: whoever
 * builds on one of its images inherits the labels. So an image with names counts only when the
 * agent knows each of them.
 */
final class EngineContents implements ContainerEngine {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String NO_NAME = "<none>:<none>";
  private static final String ENVIRONMENT = "build_";

  private final Engine engine;
  private final String root;
  private final ImageUses uses;

  EngineContents(Engine engine, String root, ImageUses uses) {
    this.engine = engine;
    this.root = root;
    this.uses = uses;
  }

  @Override
  public Optional<Facts> facts() {
    return answer(
        docker -> {
          Info info = docker.infoCmd().exec();
          String folder = info.getDockerRootDir();
          List<String> security = Objects.requireNonNullElse(info.getSecurityOptions(), List.of());
          return new Facts(
              engine.address().dockerHost(),
              Objects.requireNonNullElse(info.getServerVersion(), "?"),
              Objects.requireNonNullElse(docker.versionCmd().exec().getApiVersion(), "?"),
              Objects.requireNonNullElse(info.getDriver(), "?"),
              folder == null || folder.isEmpty() ? null : Path.of(folder),
              security.contains(Ownership.ROOTLESS),
              Boolean.TRUE.equals(info.getMemoryLimit()),
              Objects.requireNonNullElse(info.getCGroupVersion(), ""));
        });
  }

  @Override
  public List<Image> images() {
    return answer(docker -> images(docker, usedByContainers(docker))).orElse(List.of());
  }

  private List<Image> images(DockerClient docker, Set<String> used) {
    List<Image> ours = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Map<String, Instant> last = uses.last();
    for (var image : docker.listImagesCmd().exec()) {
      List<String> tags = tags(image.getRepoTags());
      names.addAll(tags);
      Map<String, String> labels = Objects.requireNonNullElse(image.getLabels(), Map.of());
      boolean mine = root.equals(labels.get(Labels.ROOT));
      Instant made = Instant.ofEpochSecond(image.getCreated());
      boolean inUse = used.contains(image.getId());
      if (tags.isEmpty() && mine) {
        ours.add(new Image(image.getId(), made, image.getSize(), inUse));
      } else if (mine || labels.containsKey(Labels.ACTION)) {
        boolean known =
            tags.stream().allMatch(tag -> isEnvironment(tag, mine) || last.containsKey(tag));
        tags.stream()
            .filter(tag -> known)
            .map(tag -> new Image(tag, last.getOrDefault(tag, made), image.getSize(), inUse))
            .forEach(ours::add);
      }
    }
    uses.keep(names);
    return ours;
  }

  private static boolean isEnvironment(String tag, boolean mine) {
    return mine && tag.startsWith(ENVIRONMENT);
  }

  private static List<String> tags(String @Nullable [] tags) {
    return Stream.of(Objects.requireNonNullElse(tags, new String[0]))
        .filter(tag -> !tag.equals(NO_NAME))
        .toList();
  }

  /** Anybody's, not only this agent's. */
  private static Set<String> usedByContainers(DockerClient docker) {
    return docker.listContainersCmd().withShowAll(true).exec().stream()
        .map(com.github.dockerjava.api.model.Container::getImageId)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<Container> containers() {
    return answer(
            docker ->
                docker
                    .listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(Map.of(Labels.ROOT, root))
                    .exec()
                    .stream()
                    .map(EngineContents::container)
                    .toList())
        .orElse(List.of());
  }

  private static Container container(com.github.dockerjava.api.model.Container found) {
    // The engine puts a slash in front of names.
    String name =
        Arrays.stream(Objects.requireNonNullElse(found.getNames(), new String[0]))
            .map(given -> given.replaceFirst("^/", ""))
            .findFirst()
            .orElse(found.getId());
    String state = String.valueOf(found.getState());
    boolean running = List.of("running", "restarting", "paused", "removing").contains(state);
    return new Container(name, Instant.ofEpochSecond(found.getCreated()), running);
  }

  @Override
  public Optional<String> discardImage(String name) {
    return change(docker -> docker.removeImageCmd(name).exec());
  }

  /** Without force: one that was started meanwhile stays. */
  @Override
  public Optional<String> discardContainer(String name) {
    return change(docker -> docker.removeContainerCmd(name).withRemoveVolumes(true).exec());
  }

  private <T> Optional<T> answer(Function<DockerClient, T> question) {
    AtomicReference<@Nullable T> answer = new AtomicReference<>();
    engine.quietly(LIMIT, docker -> answer.set(question.apply(docker)));
    return Optional.ofNullable(answer.get());
  }

  private Optional<String> change(Consumer<DockerClient> change) {
    AtomicReference<@Nullable String> refusal = new AtomicReference<>();
    boolean done =
        engine.quietly(
            LIMIT,
            docker -> {
              try {
                change.accept(docker);
              } catch (NotFoundException e) {
                // Gone already.
              } catch (DockerException e) {
                refusal.set(EngineMessage.of(e));
              }
            });
    return done
        ? Optional.ofNullable(refusal.get())
        : Optional.of("the container engine does not answer");
  }
}
