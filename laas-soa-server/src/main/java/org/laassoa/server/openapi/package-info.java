/** What the OpenAPI document says about the API as a whole: who signs in how, and the errors. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "laas-soa",
            version = "0.1.0",
            description =
                """
                A self-hosted build service. Configuration is put by name; builds of projects and \
                parent images are queued, run by agents, and watched by their log. Errors are \
                RFC 9457 problems whose type says what went wrong.\
                """,
            license =
                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
    security = @SecurityRequirement(name = "basic"),
    components =
        @Components(
            securitySchemes = {
              @SecurityScheme(
                  securitySchemeName = "basic",
                  type = SecuritySchemeType.HTTP,
                  scheme = "basic",
                  description = "Name and password of a user"),
              @SecurityScheme(
                  securitySchemeName = "agent",
                  type = SecuritySchemeType.HTTP,
                  scheme = "bearer",
                  description = "An agent's own token, as `/join_agent` answers it")
            },
            responses = {
              @APIResponse(
                  name = ErrorAnswers.INVALID,
                  responseCode = "400",
                  description = "A field is not valid, or the body cannot be read",
                  content =
                      @Content(
                          mediaType = ProblemDocument.MEDIA_TYPE,
                          schema = @Schema(implementation = ProblemDocument.class),
                          examples =
                              @ExampleObject(
                                  name = "invalid-field",
                                  value = ErrorExamples.INVALID_FIELD))),
              @APIResponse(
                  name = ErrorAnswers.NOT_FOUND,
                  responseCode = "404",
                  description = "There is no such thing",
                  content =
                      @Content(
                          mediaType = ProblemDocument.MEDIA_TYPE,
                          schema = @Schema(implementation = ProblemDocument.class),
                          examples =
                              @ExampleObject(name = "not-found", value = ErrorExamples.NOT_FOUND))),
              @APIResponse(
                  name = ErrorAnswers.CONFLICT,
                  responseCode = "409",
                  description = "The state of things does not allow it",
                  content =
                      @Content(
                          mediaType = ProblemDocument.MEDIA_TYPE,
                          schema = @Schema(implementation = ProblemDocument.class),
                          examples = @ExampleObject(name = "in-use", value = ErrorExamples.IN_USE)))
            }))
@NullMarked
package org.laassoa.server.openapi;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.jspecify.annotations.NullMarked;
import org.laassoa.server.problem.ProblemDocument;
