package org.laassoa.server.console.fleet;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.console.Shell;

/** The machines, and each of them. */
@Path("/machines")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"viewer", "developer", "admin"})
@RunOnVirtualThread
public class MachinesPage {
  private final FleetViews views;
  private final Shell shell;

  MachinesPage(FleetViews views, Shell shell) {
    this.views = views;
    this.shell = shell;
  }

  @CheckedTemplate(basePath = "console/fleet")
  static class Templates {
    private Templates() {}

    static native TemplateInstance machines(MachineList list);

    static native TemplateInstance machine(MachineDetails details);

    static native TemplateInstance machineForm(MachineForm form);
  }

  /** Lists them. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance machines(@BeanParam PageQuery query) {
    return shell.show(Templates.machines(views.list(query)));
  }

  /** Shows one. */
  @GET
  @Path("/{name}")
  @Operation(hidden = true)
  public TemplateInstance machine(@RestPath String name) {
    return shell.show(Templates.machine(views.details(name)));
  }

  /** The form that changes one. */
  @GET
  @Path("/{name}/edit")
  @RolesAllowed("admin")
  @Operation(hidden = true)
  public TemplateInstance edit(@RestPath String name) {
    return shell.show(Templates.machineForm(MachineForm.of(views.details(name))));
  }
}
