package org.laassoa.server.console.setup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.laassoa.server.agent.Agents;
import org.laassoa.server.build.BuildView;
import org.laassoa.server.console.Shell;
import org.laassoa.server.console.fleet.FleetViews;
import org.laassoa.server.console.fleet.JoiningAgents;
import org.laassoa.server.console.fleet.MachineForm;
import org.laassoa.server.console.fleet.Readiness;
import org.laassoa.server.console.fleet.ServerAddress;

/**
 * The guided first set-up; what it shows follows from what is there, so it is taken up anywhere.
 */
@Path("/setup")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class SetupPage {
  private final SetupProgress progress;
  private final Agents agents;
  private final ServerAddress address;
  private final FleetViews fleet;
  private final Shell shell;

  SetupPage(
      SetupProgress progress, Agents agents, ServerAddress address, FleetViews fleet, Shell shell) {
    this.progress = progress;
    this.agents = agents;
    this.address = address;
    this.fleet = fleet;
    this.shell = shell;
  }

  @CheckedTemplate(basePath = "console/setup")
  static class Templates {
    private Templates() {}

    static native TemplateInstance setup(SetupView view);
  }

  /** Shows a step. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance setup(@BeanParam SetupQuery query) {
    SetupFacts facts = progress.facts();
    Optional<BuildView> build = SetupView.project(query, facts).flatMap(progress::newest);
    Readiness ready = fleet.readiness();
    return shell.show(
        Templates.setup(
            new SetupView(
                SetupView.shown(query, facts),
                facts,
                query,
                JoiningAgents.of(agents.list(), null, address.forAgents()),
                MachineForm.empty(ready),
                build.orElse(null),
                progress.environmentImage(SetupView.picked(query, facts)))));
  }
}
