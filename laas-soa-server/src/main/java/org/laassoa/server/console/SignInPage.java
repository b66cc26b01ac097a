package org.laassoa.server.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where people sign in. */
@Path("/sign-in")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SignInPage {

  private final Shell shell;

  SignInPage(Shell shell) {
    this.shell = shell;
  }

  @CheckedTemplate(basePath = "console")
  static class Templates {
    private Templates() {}

    static native TemplateInstance signIn(String to);
  }

  /** Asks for name and password, and goes on to where one wanted to be. */
  @GET
  @PermitAll
  @Operation(hidden = true)
  public TemplateInstance signIn(@RestQuery @Nullable String to) {
    return shell.show(Templates.signIn(OwnAddress.of(to).toString()));
  }
}
