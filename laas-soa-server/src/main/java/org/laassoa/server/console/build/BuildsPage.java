package org.laassoa.server.console.build;

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
import org.laassoa.server.build.Builds;
import org.laassoa.server.console.Shell;

/** The page of all builds. */
@Path("/builds")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class BuildsPage {

  private final Builds builds;
  private final Shell shell;

  BuildsPage(Builds builds, Shell shell) {
    this.builds = builds;
    this.shell = shell;
  }

  @CheckedTemplate(basePath = "console/build")
  static class Templates {
    private Templates() {}

    static native TemplateInstance builds(ShownBuildList page);
  }

  /** Shows those that the address asks for. */
  @GET
  @RolesAllowed({"viewer", "developer", "admin"})
  @Operation(hidden = true)
  public TemplateInstance builds(@BeanParam BuildsQuery query) {
    return shell.show(
        Templates.builds(ShownBuildList.of(query, builds.list(query.filter(ShownBuildList.SIZE)))));
  }
}
