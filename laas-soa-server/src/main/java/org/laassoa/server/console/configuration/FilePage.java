package org.laassoa.server.console.configuration;

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

/** The whole configuration as a file: taken out, tried and applied. */
@Path("/configuration/file")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class FilePage {

  private final Shell shell;

  FilePage(Shell shell) {
    this.shell = shell;
  }

  @CheckedTemplate(basePath = "console/configuration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance file();
  }

  /** Shows it. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance file() {
    return shell.show(Templates.file());
  }
}
