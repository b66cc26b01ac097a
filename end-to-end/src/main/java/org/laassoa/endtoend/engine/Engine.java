package org.laassoa.endtoend.engine;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laassoa.endtoend.process.Command;

/** The container engine of this machine, through its own command line program. */
public final class Engine {

  private static final Path HERE = Path.of("").toAbsolutePath();

  private final String version;

  private Engine(String version) {
    this.version = version;
  }

  /** The engine that {@code docker} finds (by {@code DOCKER_HOST} or on its usual socket). */
  public static Optional<Engine> find() {
    try {
      var result =
          Command.run(HERE, Map.of(), List.of("docker", "version", "-f", "{{.Server.Version}}"));
      return result.exitCode() == 0
          ? Optional.of(new Engine(result.output().lines().toList().getLast()))
          : Optional.empty();
    } catch (UncheckedIOException noProgram) {
      return Optional.empty();
    }
  }

  /** The engine's version. */
  public String version() {
    return version;
  }

  /**
   * Runs {@code docker} with these arguments.
   *
   * @return its output
   * @throws IllegalStateException with the output, when it fails
   */
  public String docker(String... arguments) {
    return Command.require(HERE, Map.of("DOCKER_BUILDKIT", "0"), command(arguments));
  }

  /** Whether {@code docker} succeeds with these arguments. */
  public boolean succeeds(String... arguments) {
    return Command.run(HERE, Map.of(), command(arguments)).exitCode() == 0;
  }

  /** Whether the engine has an image of that name. */
  public boolean hasImage(String name) {
    return succeeds("image", "inspect", name);
  }

  /** The running containers with a label such as {@code key=value}, by id. */
  public List<String> containers(String label) {
    return docker("ps", "-q", "--filter", "label=" + label).lines().toList();
  }

  /** Removes the images with a label such as {@code key=value}, as far as nothing needs them. */
  public void removeImages(String label) {
    List<String> arguments = new ArrayList<>(List.of("rmi", "-f"));
    docker("images", "-q", "--filter", "label=" + label).lines().distinct().forEach(arguments::add);
    if (arguments.size() > 2) {
      succeeds(arguments.toArray(String[]::new));
    }
  }

  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    return command;
  }
}
