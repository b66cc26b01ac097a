package org.laassoa.server.console.fleet;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.laassoa.server.console.Shell;

/** How a machine is added. */
@Path("/new/machine")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class NewMachinePage {
  private final FleetViews views;
  private final Shell shell;

  NewMachinePage(FleetViews views, Shell shell) {
    this.views = views;
    this.shell = shell;
  }

  /** Shows the form. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance show() {
    return shell.show(MachinesPage.Templates.machineForm(MachineForm.empty(views.readiness())));
  }
}
