package org.laassoa.server.console.fleet;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.Agents;
import org.laassoa.server.console.Shell;

/** How an agent that is started by hand joins. */
@Path("/new/agent")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class NewAgentPage {
  private final Agents agents;
  private final ServerAddress address;
  private final Shell shell;

  NewAgentPage(Agents agents, ServerAddress address, Shell shell) {
    this.agents = agents;
    this.address = address;
    this.shell = shell;
  }

  @CheckedTemplate(basePath = "console/fleet")
  static class Templates {
    private Templates() {}

    static native TemplateInstance newAgent(JoiningAgents joining);
  }

  /**
   * Shows it.
   *
   * @param after the number of the newest agent that was there before; without it, that of now
   */
  @GET
  @Operation(hidden = true)
  public TemplateInstance show(@RestQuery @Nullable Long after) {
    return shell.show(
        Templates.newAgent(JoiningAgents.of(agents.list(), after, address.forAgents())));
  }
}
