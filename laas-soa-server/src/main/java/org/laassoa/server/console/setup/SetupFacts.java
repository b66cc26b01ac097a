package org.laassoa.server.console.setup;

import java.util.List;
import org.laassoa.server.configuration.gitserver.GitServerView;
import org.laassoa.server.configuration.project.ProjectView;
import org.laassoa.server.configuration.readymade.ReadyMadeView;
import org.laassoa.server.configuration.registry.ImageRegistryView;
import org.laassoa.server.console.fleet.AgentRow;

/**
 * What is there already of all that a first build needs.
 *
 * @param agents the agents that are online
 * @param registries the image registries
 * @param gitServers the git servers
 * @param readyMades the build configurations that come with the server
 * @param configurations the names of the build configurations that there are
 * @param projects the projects
 * @param green whether a build has succeeded
 */
record SetupFacts(
    List<AgentRow> agents,
    List<ImageRegistryView> registries,
    List<GitServerView> gitServers,
    List<ReadyMadeView> readyMades,
    List<String> configurations,
    List<ProjectView> projects,
    boolean green) {

  /** Whether a step has nothing left to do. */
  boolean isDone(SetupStep step) {
    return switch (step) {
      case AGENT -> !agents.isEmpty();
      case REGISTRY -> !registries.isEmpty();
      case GIT -> !gitServers.isEmpty();
      case CONFIGURATION, PROJECT -> !projects.isEmpty();
      case BUILD -> green;
    };
  }

  /** Whether somebody went on without it: a project can do without either. */
  boolean isSkipped(SetupStep step) {
    return switch (step) {
      case REGISTRY, GIT -> !isDone(step) && !projects.isEmpty();
      case AGENT, CONFIGURATION, PROJECT, BUILD -> false;
    };
  }
}
