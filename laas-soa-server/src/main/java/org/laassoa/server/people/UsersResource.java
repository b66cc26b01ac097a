package org.laassoa.server.people;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.configuration.input.StrictReading;

/** The address of users. */
@Path("/api/users")
@Tag(name = "Users", description = "Who may sign in, and what they may do")
@RolesAllowed("admin")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

  private final Users users;
  private final CurrentCaller caller;

  UsersResource(Users users, CurrentCaller caller) {
    this.users = users;
    this.caller = caller;
  }

  /** Lists. */
  @GET
  @Operation(operationId = "listUsers", summary = "Lists users, by name")
  public PageView<UserView> list(
      @BeanParam PageQuery query,
      @Parameter(
              description = "Only with this role on everything",
              schema = @Schema(enumeration = {"viewer", "developer", "admin"}))
          @RestQuery
          @Nullable String role,
      @Parameter(
              description = "Only those who are, or are not, disabled",
              schema = @Schema(enumeration = {"true", "false"}))
          @RestQuery
          @Nullable String disabled) {
    return users.list(query, UserFilter.role(role), UserFilter.disabled(disabled));
  }

  /** Shows one. */
  @GET
  @Path("{name}")
  @Operation(operationId = "getUser", summary = "Shows a user")
  @APIResponse(
      responseCode = "200",
      description = "The user",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = UserView.class),
              examples = @ExampleObject(name = "user", value = PeopleExamples.USER)))
  public UserView get(@RestPath String name) {
    return users.get(name);
  }

  /** Creates one under the name in the body. */
  @POST
  @CustomDeserialization(StrictReading.class)
  @Operation(
      operationId = "createUser",
      summary = "Creates a user, named in the body",
      description = "Not with a token.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = UserView.class)))
  @APIResponse(responseCode = "409", description = "`name-taken`")
  public Response create(@NotNull @Valid UserRequest request) {
    caller.refuseTokens();
    return created(users.create(request));
  }

  /** Creates or replaces one. */
  @PUT
  @Path("{name}")
  @CustomDeserialization(StrictReading.class)
  @Operation(
      operationId = "putUser",
      summary = "Creates or replaces a user",
      description = "Another password, or `disabled`, signs them out everywhere. Not with a token.")
  @APIResponse(
      responseCode = "200",
      description = "Replaced",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = UserView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = UserView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`last-admin`: nobody would be left who can configure everything")
  public Response put(
      @RestPath String name,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = UserRequest.class),
                      examples =
                          @ExampleObject(name = "user", value = PeopleExamples.USER_REQUEST)))
          @NotNull
          @Valid
          UserRequest request) {
    caller.refuseTokens();
    Users.Put put = users.put(name, request);
    return put.created() ? created(put.user()) : Response.ok(put.user()).build();
  }

  /** Changes some of one. */
  @PATCH
  @Path("{name}")
  @CustomDeserialization(StrictReading.class)
  @Operation(
      operationId = "patchUser",
      summary = "Changes a user; what is missing stays",
      description = "Another password, or `disabled`, signs them out everywhere. Not with a token.")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = UserView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`last-admin`: nobody would be left who can configure everything")
  public UserView patch(
      @RestPath String name,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = UserPatch.class),
                      examples =
                          @ExampleObject(name = "disable", value = PeopleExamples.USER_PATCH)))
          @NotNull
          @Valid
          UserPatch patch) {
    caller.refuseTokens();
    return users.patch(name, patch);
  }

  /** Deletes one. */
  @DELETE
  @Path("{name}")
  @ResponseStatus(204)
  @Operation(
      operationId = "deleteUser",
      summary = "Deletes a user, with their tokens, sessions and grants",
      description = "Builds that they asked for still name them. Not with a token.")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(
      responseCode = "409",
      description = "`last-admin`: nobody would be left who can configure everything")
  public void delete(@RestPath String name) {
    caller.refuseTokens();
    users.delete(name);
  }

  private static Response created(UserView user) {
    URI location = UriBuilder.fromPath("/api/users").segment(user.name()).build();
    return Response.created(location).entity(user).build();
  }
}
