package org.laassoa.builder.build;

import java.nio.file.Path;
import org.laassoa.builder.workspace.Workspace;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.StepName;

/** What the steps of one build work on. */
final class Build {

  private final Attempt attempt;
  private final Workspace workspace;
  private final BuildTools tools;

  Build(Attempt attempt, Workspace workspace, BuildTools tools) {
    this.attempt = attempt;
    this.workspace = workspace;
    this.tools = tools;
  }

  Attempt attempt() {
    return attempt;
  }

  BuildData action() {
    return attempt.action();
  }

  Workspace workspace() {
    return workspace;
  }

  BuildTools tools() {
    return tools;
  }

  Progress progress() {
    return attempt.progress();
  }

  Path scratch() {
    return attempt.directory().resolve("scratch");
  }

  void say(String line) {
    attempt.log().line(line);
  }

  /** The environment variables of a step's script. */
  BuildVariables variables(StepName step) {
    return new BuildVariables(action(), attempt.number(), step, progress().commit());
  }

  /** Says once that a former process of the agent had come as far as here. */
  void sayResumed() {
    say("==> resumed after the agent was restarted");
  }
}
