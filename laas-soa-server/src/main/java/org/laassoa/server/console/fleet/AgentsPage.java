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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.AgentView;
import org.laassoa.server.agent.Agents;
import org.laassoa.server.build.AgentBuilds;
import org.laassoa.server.console.Shell;

/** The agents, and each of them. */
@Path("/agents")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"viewer", "developer", "admin"})
@RunOnVirtualThread
public class AgentsPage {
  private static final int RECENT = 25;

  private final Agents agents;
  private final AgentBuilds builds;
  private final FleetMachines machines;
  private final Shell shell;

  AgentsPage(Agents agents, AgentBuilds builds, FleetMachines machines, Shell shell) {
    this.agents = agents;
    this.builds = builds;
    this.machines = machines;
    this.shell = shell;
  }

  @CheckedTemplate(basePath = "console/fleet")
  static class Templates {
    private Templates() {}

    static native TemplateInstance agents(AgentList list);

    static native TemplateInstance agent(AgentDetails details);
  }

  /** Lists them. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance agents(@RestQuery @Nullable String q, @RestQuery @Nullable String state) {
    return shell.show(Templates.agents(AgentList.of(agents.list(), q, state)));
  }

  /** Shows one. */
  @GET
  @Path("/{id}")
  @Operation(hidden = true)
  public TemplateInstance agent(@RestPath String id) {
    AgentView agent = agents.get(id);
    List<Work> work = builds.newest(agent.id(), RECENT).stream().map(Work::new).toList();
    return shell.show(
        Templates.agent(
            new AgentDetails(AgentRow.of(agent), work, machines.ofAgent(agent.id()).orElse(null))));
  }
}
