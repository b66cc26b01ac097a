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
import org.laassoa.server.console.history.HistoryWords;
import org.laassoa.server.console.history.Meanwhile;
import org.laassoa.server.console.history.SinceFilled;
import org.laassoa.server.console.history.Watched;

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

  /** What became of one since a form was filled from it. */
  @Transactional
  public Meanwhile since(String name, Watched watched, HistoryWords words) {
    return new SinceFilled(watched, words).of(entries, name);
  }

  /** One page of what was changed in one, newest first. */
  @Transactional
  public EntryChanges history(String name, PageQuery query) {
    return entries.history(name, query);
  }
}
