package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import org.laassoa.server.configuration.project.DownstreamProject;
import org.laassoa.server.configuration.project.ParameterDefinition;
import org.laassoa.server.configuration.project.ProjectRepository;

/** What a project says about its builds, as it is configured now. */
@ApplicationScoped
class ProjectFacts {

  private final ProjectRepository projects;

  ProjectFacts(ProjectRepository projects) {
    this.projects = projects;
  }

  /**
   * What a project says.
   *
   * @param id its number
   * @param parameters what its builds take
   * @param downstream what follows a build that has succeeded
   * @param publicBadge whether its badge is for everybody
   */
  record Facts(
      long id,
      List<ParameterDefinition> parameters,
      List<DownstreamProject> downstream,
      boolean publicBadge) {}

  /** The facts about that project, if there is one. */
  @Transactional(TxType.REQUIRES_NEW)
  public Optional<Facts> of(String name) {
    return projects
        .findByName(name)
        .map(
            project ->
                new Facts(
                    project.getId(),
                    project.getParameters(),
                    project.getDownstream(),
                    project.isPublicBadge()));
  }
}
