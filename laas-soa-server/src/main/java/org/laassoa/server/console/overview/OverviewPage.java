package org.laassoa.server.console.overview;

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

/** The console's first page. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class OverviewPage {

  private final Shell shell;
  private final ReadOverview read;

  OverviewPage(Shell shell, ReadOverview read) {
    this.shell = shell;
    this.read = read;
  }

  @CheckedTemplate(basePath = "console/overview")
  static class Templates {
    private Templates() {}

    static native TemplateInstance overview(Overview page);
  }

  /** Shows it. */
  @GET
  @RolesAllowed("user")
  @Operation(hidden = true)
  public TemplateInstance overview() {
    return shell.show(Templates.overview(read.read(shell.words(OverviewWords.class))));
  }
}
