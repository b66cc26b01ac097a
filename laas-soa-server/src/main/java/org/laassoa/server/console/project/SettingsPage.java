package org.laassoa.server.console.project;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.laassoa.server.configuration.Stored;
import org.laassoa.server.configuration.project.ProjectView;
import org.laassoa.server.console.Shell;
import org.laassoa.server.console.history.HistoryWords;
import org.laassoa.server.console.history.Meanwhile;
import org.laassoa.server.console.history.MeanwhilePart;
import org.laassoa.server.console.history.Watched;
import org.laassoa.server.database.Json;

/** The general settings of a project. */
@Path("/projects/{name}/settings")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SettingsPage {

  private final Shell shell;
  private final ProjectEntries projects;
  private final ReadChoices choices;
  private final Json json;

  SettingsPage(Shell shell, ProjectEntries projects, ReadChoices choices, Json json) {
    this.shell = shell;
    this.projects = projects;
    this.choices = choices;
    this.json = json;
  }

  @CheckedTemplate(basePath = "console/project")
  static class Templates {
    private Templates() {}

    static native TemplateInstance settings(ProjectForm page, Meanwhile meanwhile);
  }

  /** Shows them. */
  @GET
  @RolesAllowed("admin")
  @Operation(hidden = true)
  public TemplateInstance show(@RestPath String name) {
    Stored<ProjectView> stored = projects.get(name);
    String tag = '"' + stored.tag().getValue() + '"';
    return shell.show(
        Templates.settings(
            ProjectForm.of(stored.view(), tag, choices.of(stored.view()), json),
            Meanwhile.nothing(watched(name, tag))));
  }

  /** The part of the page that tells who has the form open what became of the project since. */
  @GET
  @Path("meanwhile")
  @RolesAllowed("admin")
  @Operation(hidden = true)
  public TemplateInstance meanwhile(
      @RestPath String name, @RestQuery @DefaultValue("") String filled) {
    return shell.show(
        MeanwhilePart.of(
            projects.since(name, watched(name, filled), shell.words(HistoryWords.class))));
  }

  private static Watched watched(String name, String filled) {
    return new Watched("/projects/" + name + "/settings", "/projects", filled);
  }
}
