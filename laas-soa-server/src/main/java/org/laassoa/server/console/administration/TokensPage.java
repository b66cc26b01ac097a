package org.laassoa.server.console.administration;

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
import org.laassoa.server.console.Shell;
import org.laassoa.server.people.ApiToken;
import org.laassoa.server.people.ApiTokens;

/** The API tokens of all users. */
@Path("/administration/tokens")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class TokensPage {

  private final Shell shell;
  private final ApiTokens tokens;

  TokensPage(Shell shell, ApiTokens tokens) {
    this.shell = shell;
    this.tokens = tokens;
  }

  @CheckedTemplate(basePath = "console/administration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance tokens(List<ApiToken> tokens);
  }

  /** Shows them. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance tokens() {
    return shell.show(Templates.tokens(tokens.all()));
  }
}
