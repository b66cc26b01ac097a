package org.laassoa.builder.execution;

import java.nio.file.Path;
import java.util.Map;
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
   * Runs one script to its end. Its output goes to {@link ScriptRun#rawOutput()}, byte by byte.
   *
   * @return how it ended; whatever it started has ended too, though an engine may still be clearing
   *     away what it ran in
   * @throws BuildFailure when it could not be run, or the engine is gone
   */
  ExitStatus run(ScriptRun run, BuildOutput output) throws BuildFailure, InterruptedException;

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

  /** Stops and removes what a former process of this agent left running. */
  void removeLeftovers();

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
