package org.laassoa.server.console.project;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.laassoa.server.build.BuildLine;
import org.laassoa.server.build.ProjectHistory;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.configuration.project.ProjectView;
import org.laassoa.server.console.Pager;
import org.laassoa.server.console.Shell;

/** The list of projects. */
@Path("/projects")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ProjectsPage {

  private final Shell shell;
  private final ProjectEntries projects;
  private final ProjectHistory history;

  ProjectsPage(Shell shell, ProjectEntries projects, ProjectHistory history) {
    this.shell = shell;
    this.projects = projects;
    this.history = history;
  }

  @CheckedTemplate(basePath = "console/project")
  static class Templates {
    private Templates() {}

    static native TemplateInstance projects(ProjectList page);
  }

  /** Lists those that the caller may know of. */
  @GET
  @RolesAllowed("user")
  @Operation(hidden = true)
  public TemplateInstance list(@BeanParam PageQuery query) {
    PageView<ProjectView> found = projects.list(query);
    Map<Long, BuildLine> newest =
        history.newest(found.items().stream().map(ProjectView::id).toList());
    List<ProjectList.Row> rows =
        found.items().stream()
            .map(project -> new ProjectList.Row(project, newest.get(project.id())))
            .toList();
    return shell.show(
        Templates.projects(
            new ProjectList(
                rows,
                found.total(),
                query.text(),
                Pager.of(
                    "/projects",
                    Map.of("q", query.text()),
                    query.page(),
                    query.size(),
                    found.total()))));
  }
}
