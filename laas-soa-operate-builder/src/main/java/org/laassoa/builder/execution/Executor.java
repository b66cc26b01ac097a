package org.laassoa.builder.execution;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.Environment;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Registry;
import org.laassoa.wire.StepName;

/**
 * Runs scripts and makes images. Calls block, run on virtual threads, and answer an interrupt
 * within a second by stopping and removing what they started, then throwing {@link
 * InterruptedException}.
 */
public interface Executor extends AutoCloseable {

  /** {@code docker} or {@code process}. */
  String name();

  /**
   * Makes sure that scripts can run in an environment.
   *
   * @param step the step to report failures under
   * @throws BuildFailure when its image cannot be had or made, or the engine is gone
   */
  void prepare(StepName step, Environment environment, BuildOutput output)
      throws BuildFailure, InterruptedException;

  /** The paths of a workspace as a script sees them. */
  Locations locations(ScriptRun run);

  /**
   * Starts one script. Its output goes to {@link ScriptRun#rawOutput()}, byte by byte, whatever
   * becomes of the agent.
   *
   * @throws BuildFailure when it could not be started; nothing of it is left then
   */
  RunningScript start(ScriptRun run, BuildOutput output) throws BuildFailure, InterruptedException;

  /**
   * Finds the script that a former process of this agent started, or was about to start, with the
   * same {@link ScriptRun#name()}. An interrupt ends it.
   *
   * @return the script, which may have ended or be gone; nothing when it surely never began
   * @throws BuildFailure when the engine is gone
   */
  Optional<RunningScript> adopt(ScriptRun run) throws BuildFailure, InterruptedException;

  /**
   * Runs one script to its end.
   *
   * @return how it ended; whatever it started has ended too, though an engine may still be clearing
   *     away what it ran in
   * @throws BuildFailure when it could not be run, or the engine is gone
   */
  default ExitStatus run(ScriptRun run, BuildOutput output)
      throws BuildFailure, InterruptedException {
    try (RunningScript script = start(run, output)) {
      return script.await();
    }
  }

  /**
   * Makes an image from a Dockerfile.
   *
   * @return the image's name and id, without digest
   * @throws BuildFailure when a line of it fails, or there is no engine
   */
  ImageReport buildImage(ImageBuild build, BuildOutput output)
      throws BuildFailure, InterruptedException;

  /**
   * Pushes an image.
   *
   * @return the report with the registry's digest
   * @throws BuildFailure when the registry refuses it
   */
  ImageReport pushImage(ImageReport image, Registry registry, BuildOutput output)
      throws BuildFailure, InterruptedException;

  /**
   * Removes an image by name from the engine, quietly when it is not there.
   *
   * @param name {@code registry/name:tag}
   */
  void removeImage(String name);

  /**
   * Stops and removes what a former process of this agent left running.
   *
   * @param spared the names of scripts that are left alone
   */
  void removeLeftovers(Set<String> spared);

  /** Stops and removes a script that a former process left running, quietly when there is none. */
  void discard(String scriptName);

  /** The engine behind it; nothing where scripts run without one. */
  default Optional<ContainerEngine> engine() {
    return Optional.empty();
  }

  /** Ends the use of it; nothing of scripts that have ended is left on the engine then. */
  @Override
  void close();

  /**
   * An image to make.
   *
   * @param actionId the build, for the labels
   * @param dockerfile the Dockerfile on the agent's disk
   * @param context the folder that is its context
   * @param name {@code registry/name:tag}
   * @param buildArgs build arguments, by name
   * @param network the network of its RUN lines: {@code bridge}, {@code host} or {@code none}
   * @param registry login for the images it is made from, or null
   */
  record ImageBuild(
      String actionId,
      Path dockerfile,
      Path context,
      String name,
      Map<String, String> buildArgs,
      String network,
      @Nullable Registry registry) {}
}
