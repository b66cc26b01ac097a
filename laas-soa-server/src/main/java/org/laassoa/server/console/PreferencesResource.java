package org.laassoa.server.console;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where the choices of language and theme lead. */
@Path("/preferences")
public class PreferencesResource {

  /** Keeps a choice in the browser and goes back to the page that it was made on. */
  @GET
  @PermitAll
  @Operation(hidden = true)
  public Response choose(
      @RestQuery @Nullable String language,
      @RestQuery @Nullable String theme,
      @RestQuery @Nullable String to) {
    Response.ResponseBuilder answer = Response.status(303).location(OwnAddress.of(to));
    if (language != null) {
      Preferences.language(language)
          .ifPresent(
              one ->
                  answer.header(
                      HttpHeaders.SET_COOKIE, Preferences.set(Preferences.LANGUAGE, one.code())));
    }
    if (theme != null) {
      Preferences.theme(theme)
          .ifPresent(
              one ->
                  answer.header(
                      HttpHeaders.SET_COOKIE, Preferences.set(Preferences.THEME, one.code())));
    }
    return answer.build();
  }
}
