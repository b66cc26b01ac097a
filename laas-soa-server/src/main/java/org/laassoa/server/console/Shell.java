package org.laassoa.server.console;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.people.Caller;
import org.laassoa.server.people.Role;
import org.laassoa.server.signin.CsrfToken;

/** Puts what is around every page around one: who looks at it, in which language and theme. */
@RequestScoped
public class Shell {

  private final SecurityIdentity identity;
  private final CurrentVertxRequest current;
  private final Assets assets;

  Shell(SecurityIdentity identity, CurrentVertxRequest current, Assets assets) {
    this.identity = identity;
    this.current = current;
    this.assets = assets;
  }

  /** The page with its surroundings, in the language of who asks. */
  public TemplateInstance show(TemplateInstance page) {
    ShellView view = view();
    return page.setLocale(view.language().locale()).data("shell", view);
  }

  /** The language of who asks. */
  public Language language() {
    return Preferences.language(request());
  }

  /** Words in the language of who asks, for what is put together before a template shows it. */
  public <W> W words(Class<W> bundle) {
    return MessageBundles.get(bundle, Localized.Literal.of(language().code()));
  }

  private ShellView view() {
    HttpServerRequest request = request();
    Caller caller = identity.isAnonymous() ? null : identity.getAttribute(Caller.class.getName());
    return new ShellView(
        caller == null ? null : caller.account().name(),
        access(caller),
        CsrfToken.of(request).orElse(""),
        Preferences.language(request),
        Preferences.theme(request),
        request.uri(),
        assets);
  }

  private Access access(@Nullable Caller caller) {
    boolean configure = identity.hasRole(Role.ADMIN.storedName());
    return new Access(
        configure || identity.hasRole(Role.DEVELOPER.storedName()),
        configure,
        caller != null && caller.role() == Role.ADMIN,
        caller != null && caller.role() != null);
  }

  private HttpServerRequest request() {
    return current.getCurrent().request();
  }
}
