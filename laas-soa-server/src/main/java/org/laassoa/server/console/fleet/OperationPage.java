package org.laassoa.server.console.fleet;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.laassoa.server.console.Shell;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.server.provisioning.OperationView;
import org.laassoa.server.provisioning.OperationViews;

/** One operation on a machine, live while it goes on. */
@Path("/machine-operations/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"viewer", "developer", "admin"})
@RunOnVirtualThread
public class OperationPage {
  private final OperationViews operations;
  private final FleetViews views;
  private final Shell shell;

  OperationPage(OperationViews operations, FleetViews views, Shell shell) {
    this.operations = operations;
    this.views = views;
    this.shell = shell;
  }

  @CheckedTemplate(basePath = "console/fleet")
  static class Templates {
    private Templates() {}

    static native TemplateInstance operation(OperationDetails details);
  }

  /** Shows it. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance show(@RestPath String id) {
    OperationView operation =
        Optional.of(id)
            .filter(number -> number.matches("[0-9]{1,18}"))
            .flatMap(number -> operations.find(Long.parseLong(number)))
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such operation."));
    return shell.show(
        Templates.operation(
            OperationDetails.of(
                operation, operations.stepsOf(operation.kind()), views.row(operation.machine()))));
  }
}
