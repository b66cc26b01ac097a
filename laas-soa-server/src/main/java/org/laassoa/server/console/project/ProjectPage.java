package org.laassoa.server.console.project;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.build.BuildFilter;
import org.laassoa.server.build.BuildLine;
import org.laassoa.server.build.BuildList;
import org.laassoa.server.build.Builds;
import org.laassoa.server.build.ProjectHistory;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.project.ProjectView;
import org.laassoa.server.console.Pager;
import org.laassoa.server.console.Shell;
import org.laassoa.server.console.build.BuildRow;

/** The page of a project. */
@Path("/projects/{name}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ProjectPage {

  private static final int SIZE = 25;

  private final Shell shell;
  private final ProjectEntries projects;
  private final ReadProject read;
  private final Builds builds;
  private final FindLinks links;

  ProjectPage(
      Shell shell, ProjectEntries projects, ReadProject read, Builds builds, FindLinks links) {
    this.shell = shell;
    this.projects = projects;
    this.read = read;
    this.builds = builds;
    this.links = links;
  }

  @CheckedTemplate(basePath = "console/project")
  static class Templates {
    private Templates() {}

    static native TemplateInstance project(ProjectDetail page);
  }

  /** Shows it. */
  @GET
  @RolesAllowed({"viewer", "developer", "admin"})
  @Operation(hidden = true)
  public TemplateInstance show(
      @RestPath String name,
      @RestQuery("ref") @Nullable String asked,
      @BeanParam PageQuery query,
      @Context HttpServerRequest request) {
    String ref = asked == null || asked.isEmpty() ? null : asked;
    ProjectView project = projects.get(name).view();
    ProjectHistory.Of of = new ProjectHistory.Of(project.id(), project.name());
    BuildList found =
        builds.list(new BuildFilter(project.name(), "build", null, ref, "", query.page(), SIZE));
    List<BuildLine> branches = read.branches(of);
    return shell.show(
        Templates.project(
            new ProjectDetail(
                project,
                links.of(project, request),
                branches,
                ref,
                BuildRow.of(found.items()),
                Pager.of(
                    "/projects/" + project.name(),
                    Map.of("ref", ref == null ? "" : ref),
                    query.page(),
                    SIZE,
                    found.total()),
                read.trend(of, ref, shell.words(ProjectWords.class)),
                BuildForm.of(project, branches, ref))));
  }
}
