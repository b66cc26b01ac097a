package org.laassoa.server.githost;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.input.RelativePath;
import org.laassoa.server.language.Message;
import org.laassoa.server.outbound.ConnectionCheck;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** What is asked of the host behind a git server. */
@Path("/api/git-servers/{name}")
@Tag(name = "Git hosts")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class GitServerHostResource {
  private static final int MOST = 100;

  private final GitHosts hosts;
  private final CheckGit checkGit;

  GitServerHostResource(GitHosts hosts, CheckGit checkGit) {
    this.hosts = hosts;
    this.checkGit = checkGit;
  }

  /** Tests the connection. */
  @POST
  @Path("test")
  @RolesAllowed("admin")
  @Operation(
      operationId = "testGitServer",
      summary = "Test the connection to a git server: address, token, and what the token may do",
      description = "Whatever is found is in the answer; it is 200 also when nothing works.")
  @APIResponse(
      responseCode = "200",
      description = "What was found",
      content =
          @Content(
              schema = @Schema(implementation = ConnectionCheck.class),
              examples = @ExampleObject(name = "read only", value = GitHostExamples.CHECK)))
  public ConnectionCheck test(@RestPath String name) {
    HostAccess access = access(name);
    return hosts
        .at(access)
        .map(host -> CheckHost.of(host, access))
        .orElseGet(() -> checkGit.of(access));
  }

  /** Lists repositories. */
  @GET
  @Path("repositories")
  @RolesAllowed({"developer", "admin"})
  @Operation(
      operationId = "listRepositories",
      summary = "List and search the repositories that the git server's token may see")
  @APIResponse(
      responseCode = "200",
      description = "A page of at most 100",
      content =
          @Content(
              schema = @Schema(implementation = RepositoryPage.class),
              examples = @ExampleObject(name = "page", value = GitHostExamples.REPOSITORIES)))
  @APIResponse(responseCode = "422", description = "`git-host-failed`: and why")
  public RepositoryPage repositories(@RestPath String name, @BeanParam PageQuery query) {
    int size = Math.min(MOST, query.size());
    return ask(name, host -> host.list(query.text(), query.page(), size));
  }

  /** Lists branches. */
  @GET
  @Path("repositories/branches")
  @RolesAllowed({"developer", "admin"})
  @Operation(operationId = "listBranches", summary = "List and search a repository's branches")
  @APIResponse(
      responseCode = "200",
      description = "At most 100",
      content =
          @Content(
              schema = @Schema(implementation = RefName[].class),
              examples = @ExampleObject(name = "branches", value = GitHostExamples.REFS)))
  @APIResponse(responseCode = "422", description = "`git-host-failed`: and why")
  public List<RefName> branches(
      @RestPath String name,
      @Parameter(description = "Path, such as `team/shop`") @RestQuery String repository,
      @Parameter(description = "Text that the name contains") @RestQuery @DefaultValue("")
          String q) {
    String path = checked(repository);
    return ask(name, host -> host.branches(path, q));
  }

  /** Lists tags. */
  @GET
  @Path("repositories/tags")
  @RolesAllowed({"developer", "admin"})
  @Operation(operationId = "listTags", summary = "List and search a repository's tags")
  @APIResponse(
      responseCode = "200",
      description = "At most 100",
      content =
          @Content(
              schema = @Schema(implementation = RefName[].class),
              examples = @ExampleObject(name = "tags", value = GitHostExamples.REFS)))
  @APIResponse(responseCode = "422", description = "`git-host-failed`: and why")
  public List<RefName> tags(
      @RestPath String name,
      @Parameter(description = "Path, such as `team/shop`") @RestQuery String repository,
      @Parameter(description = "Text that the name contains") @RestQuery @DefaultValue("")
          String q) {
    String path = checked(repository);
    return ask(name, host -> host.tags(path, q));
  }

  private HostAccess access(String name) {
    return hosts
        .access(name)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such git server."));
  }

  private <T> T ask(String name, Function<GitHost, T> question) {
    GitHost host =
        hosts
            .at(access(name))
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.GIT_HOST_FAILED,
                        "A git server of the kind generic has no API to ask."));
    try {
      return question.apply(host);
    } catch (GitHostException e) {
      throw new ProblemException(ProblemType.GIT_HOST_FAILED, Message.of("%s.", e.reason()));
    }
  }

  private static String checked(String repository) {
    if (repository == null || !RelativePath.isSafe(repository, 300)) {
      throw ProblemException.invalidField("repository", "must be a path such as team/shop");
    }
    return repository.replaceAll("\\.git$", "");
  }
}
