package org.laassoa.server.build;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** Badges, which people put into their documents. */
@Path("/api/projects/{name}/badge.svg")
@Tag(name = "Builds")
@RunOnVirtualThread
public class BadgeResource {

  private static final String SVG = "image/svg+xml";
  private static final int LONGEST_REF = 255;
  private static final Set<String> READERS = Set.of("viewer", "developer", "admin");

  private final ProjectFacts projects;
  private final BuildStore builds;
  private final CurrentIdentityAssociation identities;

  BadgeResource(ProjectFacts projects, BuildStore builds, CurrentIdentityAssociation identities) {
    this.projects = projects;
    this.builds = builds;
    this.identities = identities;
  }

  /** How the newest build went that has ended. */
  @GET
  @PermitAll
  @Produces(SVG)
  @Operation(
      operationId = "getBadge",
      summary = "A picture of how the newest build went that has succeeded or failed",
      description =
          "For everybody where the project's `public_badge` says so; else for whoever may see the"
              + " project. Without a sign-in a project whose badge is not public is as one that"
              + " does not exist.")
  @APIResponse(
      responseCode = "200",
      description = "The picture",
      content =
          @Content(
              mediaType = SVG,
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "passing", value = BuildExamples.BADGE)))
  @APIResponse(responseCode = "304", description = "It is still the same")
  public Response badge(
      @RestPath String name,
      @Parameter(description = "Of this branch or tag only; missing means of any") @RestQuery
          @Nullable String ref,
      @Parameter(
              description = "How it looks; there is one style",
              schema = @Schema(enumeration = "flat"))
          @RestQuery
          @Nullable String style,
      @Context Request request) {
    Optional<ProjectFacts.Facts> found = projects.of(name);
    // Whether there is such a project or not, credentials are looked at: wrong ones get one answer.
    if (found.filter(ProjectFacts.Facts::publicBadge).isEmpty()
        && (!mayRead() || found.isEmpty())) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such project.");
    }
    ProjectFacts.Facts project = found.orElseThrow();
    if (ref != null && (ref.isEmpty() || !Text.Rule.isOneLine(ref, LONGEST_REF))) {
      throw ProblemException.invalidField("ref", "must be the short name of a branch or tag");
    }
    if (style != null && !style.equals("flat")) {
      throw ProblemException.invalidField("style", "must be flat");
    }
    Optional<String> state = builds.newestState(project.id(), name, ref);
    Badge badge = Badge.of(ref == null ? "build" : ref, state);
    EntityTag tag = new EntityTag(Integer.toHexString(badge.hashCode()), true);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        unchanged == null
            ? Response.ok(badge.svg().getBytes(StandardCharsets.UTF_8), SVG + ";charset=UTF-8")
            : unchanged;
    return answer
        .tag(tag)
        // To be asked for again each time: an old badge would be wrong.
        .header("Cache-Control", project.publicBadge() ? "no-cache" : "private, no-cache")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'")
        .build();
  }

  private boolean mayRead() {
    SecurityIdentity caller = identities.getDeferredIdentity().await().indefinitely();
    return !caller.isAnonymous() && READERS.stream().anyMatch(caller::hasRole);
  }
}
