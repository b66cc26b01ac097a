package org.laassoa.server.console.build;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.console.Shell;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** The page of one build. */
@Path("/builds/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class BuildPage {

  private final ShownBuilds builds;
  private final Shell shell;

  BuildPage(ShownBuilds builds, Shell shell) {
    this.builds = builds;
    this.shell = shell;
  }

  @CheckedTemplate(basePath = "console/build")
  static class Templates {
    private Templates() {}

    static native TemplateInstance build(ShownBuild page);
  }

  /** Shows a build, or one of its former attempts. */
  @GET
  @RolesAllowed({"viewer", "developer", "admin"})
  @Operation(hidden = true)
  public TemplateInstance build(@RestPath String id, @RestQuery @Nullable String attempt) {
    ActionId number = ActionId.parse(id).orElseThrow(() -> notFound("there is no such build"));
    return shell.show(Templates.build(builds.find(number, attempt(attempt))));
  }

  private static @Nullable Integer attempt(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw notFound("there is no such attempt");
    }
    return Integer.valueOf(text);
  }

  private static ProblemException notFound(String detail) {
    return new ProblemException(ProblemType.NOT_FOUND, detail);
  }
}
