package org.laassoa.server.console.administration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.laassoa.server.configuration.project.ProjectNames;
import org.laassoa.server.console.Shell;
import org.laassoa.server.people.ApiToken;
import org.laassoa.server.people.ApiTokens;
import org.laassoa.server.people.Caller;
import org.laassoa.server.people.CurrentCaller;
import org.laassoa.server.people.MeView;

/** Who looks at it: what they may do, their tokens and their password. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("user")
@RunOnVirtualThread
public class AccountPage {

  private final Shell shell;
  private final CurrentCaller caller;
  private final ApiTokens tokens;
  private final ProjectNames projects;
  private final Clock clock;

  AccountPage(
      Shell shell, CurrentCaller caller, ApiTokens tokens, ProjectNames projects, Clock clock) {
    this.projects = projects;
    this.shell = shell;
    this.caller = caller;
    this.tokens = tokens;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "console/administration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance account(Page page);
  }

  /**
   * The page.
   *
   * @param me who looks at it
   * @param role their role's name; empty where they have none on everything
   * @param tokens their tokens, the newest first
   * @param projects the names of those that they may know of
   * @param terms for how long a new token can be good
   */
  record Page(
      MeView me, String role, List<ApiToken> tokens, List<String> projects, List<Term> terms) {}

  /**
   * How long a token is good for.
   *
   * @param days so many days
   * @param end the time from which on it is refused
   * @param usual whether it is what most need
   */
  record Term(long days, Instant end, boolean usual) {}

  /** Shows it. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance account() {
    Caller user = caller.get();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var role = user.role();
    return shell.show(
        Templates.account(
            new Page(
                MeView.of(user),
                role == null ? "" : role.storedName(),
                tokens.of(user.account()),
                projects.visible(),
                Stream.of(7L, 30L, 90L, 365L)
                    .map(days -> new Term(days, now.plus(Duration.ofDays(days)), days == 90))
                    .toList())));
  }
}
