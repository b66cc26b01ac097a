package org.laassoa.server.console.project;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.build.BuildLine;
import org.laassoa.server.configuration.project.ProjectView;
import org.laassoa.server.console.Pager;

/**
 * A page of the list of projects.
 *
 * @param rows the projects, by name
 * @param total how many there are on all pages
 * @param query what is searched for, possibly empty
 * @param pager where else to look
 */
public record ProjectList(List<Row> rows, long total, String query, Pager pager) {

  /**
   * A project.
   *
   * @param project it
   * @param last its newest build, or null when it has none
   */
  public record Row(ProjectView project, @Nullable BuildLine last) {}

  /** Whether there is no project at all, not only none that fits. */
  public boolean none() {
    return total == 0 && query.isEmpty();
  }
}
