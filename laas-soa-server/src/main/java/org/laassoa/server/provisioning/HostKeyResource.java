package org.laassoa.server.provisioning;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.laassoa.server.language.Message;
import org.laassoa.server.machine.KnownMachines;
import org.laassoa.server.machine.SshHost;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.server.provisioning.ssh.FetchHostKey;
import org.laassoa.server.provisioning.ssh.SshFailure;

/** The key that a machine shows, for people to compare before anything is sent to it. */
@Path("/api/machines/{name}/host-key/fetch")
@Tag(name = "Machines")
@RunOnVirtualThread
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class HostKeyResource {
  private final KnownMachines machines;
  private final FetchHostKey fetch = new FetchHostKey();

  HostKeyResource(KnownMachines machines) {
    this.machines = machines;
  }

  /** Fetches it. */
  @POST
  @Operation(
      operationId = "fetchHostKey",
      summary = "Fetch the host key that a machine shows, without signing in",
      description =
          "Nothing is pinned, and neither account nor password is sent. Compare `host_key` with"
              + " what `ssh-keygen -lf` says on the machine, then PATCH the machine with it: from"
              + " then on any other key is refused.")
  @APIResponse(responseCode = "200", description = "The key that it shows now")
  @APIResponse(
      responseCode = "422",
      description = "`machine-not-reached`: no SSH server answers; `advice` says what to do")
  public HostKeyView fetch(@RestPath String name) {
    SshHost host = machines.host(name);
    try {
      return HostKeyView.of(host, fetch.from(host));
    } catch (SshFailure e) {
      throw new ProblemException(
          ProblemType.MACHINE_NOT_REACHED,
          Message.of(e.failure().message()),
          Map.of(
              "advice", e.failure().advice(),
              "code", e.failure().code().wireName(),
              "details", e.failure().details()));
    }
  }
}
