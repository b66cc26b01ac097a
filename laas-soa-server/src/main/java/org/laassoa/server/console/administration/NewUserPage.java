package org.laassoa.server.console.administration;

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

/** Where users are added. */
@Path("/new/user")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class NewUserPage {

  private final Shell shell;

  NewUserPage(Shell shell) {
    this.shell = shell;
  }

  @CheckedTemplate(basePath = "console/administration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance newUser();
  }

  /** Shows the form. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance create() {
    return shell.show(Templates.newUser());
  }
}
