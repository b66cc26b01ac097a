package org.laassoa.server.console.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.laassoa.server.configuration.Entries;
import org.laassoa.server.configuration.EntryChanges;
import org.laassoa.server.configuration.EntryContext;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.configuration.Stored;
import org.laassoa.server.configuration.project.Project;
import org.laassoa.server.configuration.project.ProjectRequest;
import org.laassoa.server.configuration.project.ProjectView;
import org.laassoa.server.configuration.project.Projects;

/** The projects as the API shows them, each question in a transaction of its own. */
@ApplicationScoped
class ProjectEntries {

  private final Entries<Project, ProjectRequest, ProjectView> entries;

  ProjectEntries(Projects kind, EntryContext context) {
    this.entries = new Entries<>(kind, context);
  }

  /** One page of those that the caller may know of, by name. */
  @Transactional
  public PageView<ProjectView> list(PageQuery query) {
    return entries.list(query);
  }

  /**
   * One of them.
   *
   * @throws org.laassoa.server.problem.ProblemException when there is none of that name
   */
  @Transactional
  public Stored<ProjectView> get(String name) {
    return entries.get(name);
  }

  /** One page of what was changed in one, newest first. */
  @Transactional
  public EntryChanges history(String name, PageQuery query) {
    return entries.history(name, query);
  }
}
