package org.laassoa.builder.build;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.laassoa.builder.execution.SecretFiles;
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

  /** The files with secrets; in the attempt's own folder, which goes with it whatever happens. */
  SecretFiles secretFiles() {
    return new SecretFiles(
        attempt.directory().resolve("secrets"), contentsOfSecretFiles().keySet());
  }

  /** The contents of those files, by name. */
  Map<String, String> contentsOfSecretFiles() {
    return Objects.requireNonNullElse(action().secretFiles(), Map.of());
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
