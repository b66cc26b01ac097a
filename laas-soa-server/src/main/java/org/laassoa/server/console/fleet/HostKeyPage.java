package org.laassoa.server.console.fleet;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.laassoa.server.console.Shell;
import org.laassoa.server.machine.FailureCode;

/** The key that a machine shows, compared by a person before the server signs in there. */
@Path("/machines/{name}/host-key")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class HostKeyPage {
  /** All that can keep a key from being fetched. */
  private static final List<FailureCode> UNREACHED =
      List.of(
          FailureCode.HOST_UNKNOWN,
          FailureCode.NOTHING_ANSWERS,
          FailureCode.NO_ANSWER_IN_TIME,
          FailureCode.NO_SESSION);

  private final FleetViews views;
  private final Shell shell;

  HostKeyPage(FleetViews views, Shell shell) {
    this.views = views;
    this.shell = shell;
  }

  @CheckedTemplate(basePath = "console/fleet")
  static class Templates {
    private Templates() {}

    static native TemplateInstance hostKey(MachineDetails details, List<FailureText> failures);
  }

  /** Shows it. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance show(@RestPath String name) {
    List<FailureText> failures =
        UNREACHED.stream().map(code -> FailureText.of(code, shell.language())).toList();
    return shell.show(Templates.hostKey(views.details(name), failures));
  }
}
