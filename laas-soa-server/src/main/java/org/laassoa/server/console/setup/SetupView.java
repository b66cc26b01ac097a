package org.laassoa.server.console.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.build.BuildView;
import org.laassoa.server.configuration.gitserver.GitServerView;
import org.laassoa.server.configuration.project.ProjectView;
import org.laassoa.server.configuration.readymade.ReadyMadeView;
import org.laassoa.server.console.fleet.JoiningAgents;
import org.laassoa.server.console.fleet.MachineForm;

/**
 * What the first set-up's page shows.
 *
 * @param shown the step that is shown
 * @param facts what is there already
 * @param query where somebody is
 * @param joining what an agent needs to join
 * @param machine the form of a machine
 * @param build the newest build of the project to build, or null before the first
 * @param environmentImage the image that the picked configuration builds in, or empty
 * @param environmentImage the image that the picked configuration builds in, or empty
 */
record SetupView(
    SetupStep shown,
    SetupFacts facts,
    SetupQuery query,
    JoiningAgents joining,
    MachineForm machine,
    @Nullable BuildView build,
    String environmentImage) {
  private static final String IMAGE = "-image";

  /** The step that was asked for, else the first one that has something left to do. */
  static SetupStep shown(SetupQuery query, SetupFacts facts) {
    return Optional.ofNullable(query.step)
        .flatMap(SetupStep::of)
        .or(
            () ->
                Arrays.stream(SetupStep.values())
                    .filter(step -> !facts.isDone(step) && !facts.isSkipped(step))
                    .findFirst())
        .orElse(SetupStep.BUILD);
  }

  /**
   * The project to build: the one that was asked for, else the only one that there can be meant.
   */
  static Optional<String> project(SetupQuery query, SetupFacts facts) {
    return Optional.ofNullable(query.project)
        .or(() -> facts.projects().stream().map(ProjectView::name).findFirst());
  }

  /** The word of the step that is shown. */
  public String step() {
    return shown.word();
  }

  /** All steps. */
  public List<SetupMark> marks() {
    return Stream.of(SetupStep.values()).map(step -> SetupMark.of(step, facts, shown)).toList();
  }

  /** Whether an agent is to be installed on a machine, not started by hand. */
  public boolean bySsh() {
    return "machine".equals(query.way);
  }

  /** The ready-made configuration that was picked, or null. */
  static @Nullable ReadyMadeView picked(SetupQuery query, SetupFacts facts) {
    return facts.readyMades().stream()
        .filter(one -> one.name().equals(query.configuration))
        .findFirst()
        .orElse(null);
  }

  /** Whether the one that was picked makes an image. */
  public boolean makesImage() {
    ReadyMadeView picked = picked();
    return picked != null && picked.name().endsWith(IMAGE);
  }

  /** The ready-made configurations that build and test only: one of each language. */
  public List<ReadyMadeView> languages() {
    return facts.readyMades().stream().filter(one -> !one.name().endsWith(IMAGE)).toList();
  }

  /** The branch or tag that a build begins with. */
  public String ref() {
    return build == null ? "main" : Objects.requireNonNullElse(build.ref(), "main");
  }

  /** The ready-made configuration that was picked, or null. */
  public @Nullable ReadyMadeView picked() {
    return picked(query, facts);
  }

  /** The build configurations that somebody here has made. */
  public List<String> ownConfigurations() {
    List<String> ready = facts.readyMades().stream().map(ReadyMadeView::name).toList();
    return facts.configurations().stream().filter(name -> !ready.contains(name)).toList();
  }

  /** The configuration that a project begins with. */
  public String configuration() {
    return Objects.requireNonNullElse(query.configuration, "");
  }

  /** The git server that a project begins with, or empty. */
  public String gitServer() {
    return facts.gitServers().stream()
        .filter(GitServerView::isDefault)
        .findFirst()
        .or(() -> facts.gitServers().stream().findFirst())
        .map(GitServerView::name)
        .orElse("");
  }

  /** The type of project that the picked configuration is for. */
  public String projectType() {
    ReadyMadeView picked = picked();
    return picked == null ? "other" : picked.projectType();
  }

  /** The project to build, or empty before there is one. */
  public String project() {
    return project(query, facts).orElse("");
  }

  /** Whether the build that is shown has succeeded. */
  public boolean isGreen() {
    return build != null && build.state().equals("succeeded");
  }

  /** Whether it has ended in another way. */
  public boolean isRed() {
    return build != null && (build.state().equals("failed") || build.state().equals("cancelled"));
  }
}
