package org.laassoa.server.language;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Answers in the caller's language (RFC 9110, 12.5.4), where that is known. */
public final class TranslateAnswers {

  /** Looks at bodies alone that say something to people. */
  @ServerResponseFilter
  public void translate(ContainerRequestContext request, ContainerResponseContext answer) {
    if (answer.getEntity() instanceof Translatable said) {
      answer.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
      Translations.forCaller(request.getAcceptableLanguages())
          .ifPresent(
              language -> {
                answer.setEntity(said.in(language));
                answer.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language.locale());
              });
    }
  }
}
