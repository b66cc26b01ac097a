package org.laassoa.server.console.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Leads to the first of the pages for administrators. */
@Path("/administration")
@RolesAllowed("admin")
public class AdministrationPage {

  /** Goes on. */
  @GET
  @Operation(hidden = true)
  public Response first() {
    return Response.seeOther(URI.create("/administration/users")).build();
  }
}
