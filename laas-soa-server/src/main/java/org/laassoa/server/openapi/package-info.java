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
                  securitySchemeName = "api_token",
                  type = SecuritySchemeType.HTTP,
                  scheme = "bearer",
                  bearerFormat = "laas_pat_...",
                  description =
                      "A personal API token, as `POST /api/me/tokens` answers it. It does what its"
                          + " scopes allow, within what its user may do"),
              @SecurityScheme(
                  securitySchemeName = "session",
                  type = SecuritySchemeType.APIKEY,
                  in = SecuritySchemeIn.COOKIE,
                  apiKeyName = "laas_session",
                  description =
                      "A browser's cookie, as `POST /api/session` sets it; by https its name is"
                          + " `__Host-laas_session`"),
              @SecurityScheme(
                  securitySchemeName = "csrf_token",
                  type = SecuritySchemeType.APIKEY,
                  in = SecuritySchemeIn.HEADER,
                  apiKeyName = "X-CSRF-Token",
                  description =
                      "What `POST /api/session` and `GET /api/session` answer: with a cookie, each"
                          + " change needs it"),
              @SecurityScheme(
                  securitySchemeName = "agent",
                  type = SecuritySchemeType.HTTP,
                  scheme = "bearer",
                  description = "An agent's own token, as `/join_agent` answers it")
            },
            schemas = {
              // The wire's types know no OpenAPI.
              @Schema(name = "BuildData", implementation = BuildData.class),
              @Schema(name = "CleanData", implementation = CleanData.class),
              @Schema(name = "DiagnoseData", implementation = DiagnoseData.class)
            }))
@NullMarked
package org.laassoa.server.openapi;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.jspecify.annotations.NullMarked;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.CleanData;
import org.laassoa.wire.DiagnoseData;
