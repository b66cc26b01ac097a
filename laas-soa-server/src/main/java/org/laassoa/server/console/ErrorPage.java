package org.laassoa.server.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.laassoa.server.problem.ProblemDocument;

/** What is shown instead of a page that could not be. */
@ApplicationScoped
class ErrorPage {

  private final Assets assets;

  ErrorPage(Assets assets) {
    this.assets = assets;
  }

  @CheckedTemplate(basePath = "console")
  static class Templates {
    private Templates() {}

    static native TemplateInstance error(ProblemDocument problem);
  }

  /** It stands alone: nothing that the error may come from is asked for it. */
  String render(ProblemDocument problem, HttpServerRequest request) {
    ShellView shell =
        new ShellView(
            null,
            new Access(false, false, false, false),
            "",
            Preferences.language(request),
            Preferences.theme(request),
            request.uri(),
            assets);
    return Templates.error(problem)
        .setLocale(shell.language().locale())
        .data("shell", shell)
        .render();
  }
}
