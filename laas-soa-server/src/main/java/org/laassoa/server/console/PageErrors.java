package org.laassoa.server.console;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.laassoa.server.problem.ProblemDocument;

/**
 * Errors as pages, for people who look for one: who has not signed in is led to where they can, and
 * from there back. The API's callers get their problem documents.
 */
public class PageErrors {

  private static final int UNAUTHORIZED = 401;
  private static final int SEE_OTHER = 303;
  private static final List<String> NO_PAGES = List.of("/api/", "/q/", "/hooks/");

  private final ErrorPage page;

  PageErrors(ErrorPage page) {
    this.page = page;
  }

  /** Replaces a problem document by a page, where a page was asked for. */
  @ServerResponseFilter
  public void show(
      ContainerRequestContext request, ContainerResponseContext response, RoutingContext call) {
    if (!(response.getEntity() instanceof ProblemDocument problem) || !wantsPage(call.request())) {
      return;
    }
    if (problem.status() == UNAUTHORIZED) {
      leadToSignIn(response, call.request());
      return;
    }
    response.setEntity(page.render(problem, call.request()));
    response
        .getHeaders()
        .putSingle(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_HTML + ";charset=UTF-8");
  }

  private static boolean wantsPage(HttpServerRequest request) {
    String accept = request.getHeader("Accept");
    return request.method().name().equals("GET")
        && ((accept != null && accept.contains("text/html")) || isOfHtmx(request))
        && NO_PAGES.stream().noneMatch(request.path()::startsWith);
  }

  private static boolean isOfHtmx(HttpServerRequest request) {
    return request.getHeader("HX-Request") != null;
  }

  /** A script would follow a redirect and put the sign-in's page into the one that is there. */
  private static void leadToSignIn(ContainerResponseContext response, HttpServerRequest request) {
    String signIn = "/sign-in?to=" + URLEncoder.encode(request.uri(), StandardCharsets.UTF_8);
    if (isOfHtmx(request)) {
      response.getHeaders().putSingle("HX-Redirect", signIn);
    } else {
      response.setStatus(SEE_OTHER);
      response.getHeaders().putSingle(HttpHeaders.LOCATION, signIn);
    }
    response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
    response.setEntity(null);
  }
}
