package org.laassoa.server.console.project;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.laassoa.server.console.Shell;
import org.laassoa.server.database.Json;

/** Where a project is made. */
@Path("/new/project")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class NewProjectPage {

  private final Shell shell;
  private final ReadChoices choices;
  private final Json json;

  NewProjectPage(Shell shell, ReadChoices choices, Json json) {
    this.shell = shell;
    this.choices = choices;
    this.json = json;
  }

  @CheckedTemplate(basePath = "console/project")
  static class Templates {
    private Templates() {}

    static native TemplateInstance create(ProjectForm page);
  }

  /** Shows the empty form. */
  @GET
  @RolesAllowed("admin")
  @Operation(hidden = true)
  public TemplateInstance show() {
    return shell.show(
        Templates.create(
            ProjectForm.of(ProjectForm.BLANK, null, choices.of(ProjectForm.BLANK), json)));
  }
}
