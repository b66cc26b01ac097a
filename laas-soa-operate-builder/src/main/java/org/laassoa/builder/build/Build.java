package org.laassoa.builder.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.workspace.Workspace;
import org.laassoa.wire.ActionData;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.StepName;

/** What the steps of one build work on, and what they have found out so far. */
final class Build {

  private final Attempt attempt;
  private final Workspace workspace;
  private final BuildTools tools;
  private final List<ImageReport> images = new ArrayList<>();
  private @Nullable String commit;

  Build(Attempt attempt, Workspace workspace, BuildTools tools) {
    this.attempt = attempt;
    this.workspace = workspace;
    this.tools = tools;
  }

  Attempt attempt() {
    return attempt;
  }

  ActionData action() {
    return attempt.action();
  }

  Workspace workspace() {
    return workspace;
  }

  BuildTools tools() {
    return tools;
  }

  Path scratch() {
    return attempt.directory().resolve("scratch");
  }

  void say(String line) {
    attempt.log().line(line);
  }

  /** The environment variables of a step's script. */
  BuildVariables variables(StepName step) {
    return new BuildVariables(action(), attempt.number(), step, commit);
  }

  /** The commit that was checked out, or null when there is no source or not yet. */
  @Nullable String commit() {
    return commit;
  }

  void checkedOut(String commitId) {
    commit = commitId;
  }

  List<ImageReport> images() {
    return List.copyOf(images);
  }

  /** An image was made or has got its digest: what was known of that name before is replaced. */
  void made(ImageReport image) {
    images.removeIf(known -> known.name().equals(image.name()));
    images.add(image);
  }
}
