package org.laassoa.server.signin;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.people.Caller;
import org.laassoa.server.people.ProjectNumbers;
import org.laassoa.server.people.Role;

/**
 * Gives a caller the role that they have on what the request is about. So resources only say which
 * roles may call them, wherever these come from.
 */
@ApplicationScoped
class CallerRoles {

  /** What every user is, besides their role. */
  static final String USER = "user";

  /** Under this name the request knows that its subject must stay unknown to the caller. */
  private static final String HIDDEN = CallerRoles.class.getName() + ".hidden";

  private final ProjectNumbers projects;

  CallerRoles(ProjectNumbers projects) {
    this.projects = projects;
  }

  /** Whether {@link #identity} asks the database. */
  boolean needQuery(Caller caller, RoutingContext context) {
    return caller.differsByProject() && subject(context) instanceof Subject.Build;
  }

  /** The caller as the framework knows them. */
  SecurityIdentity identity(Caller caller, RoutingContext context) {
    Subject subject = subject(context);
    Role role = role(caller, subject);
    var identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(caller.account().name()))
            .addRole(USER)
            .addAttribute(Caller.class.getName(), caller);
    if (role != null) {
      identity.addRole(role.storedName());
    } else {
      hide(subject, context);
    }
    return identity.build();
  }

  private @Nullable Role role(Caller caller, Subject subject) {
    return switch (subject) {
      case Subject.Project(String name) -> caller.roleOn(name);
      case Subject.Build(var id) ->
          caller.differsByProject()
              ? caller.roleOn(projects.ofBuild(id.value()).orElse(null))
              : caller.role();
      case Subject.Many(boolean changing) ->
          changing ? caller.highest() : Role.higher(caller.highest(), Role.VIEWER);
      case Subject.Everything() -> caller.role();
    };
  }

  private static void hide(Subject subject, RoutingContext context) {
    switch (subject) {
      case Subject.Project _ -> context.put(HIDDEN, "There is no such project.");
      case Subject.Build _ -> context.put(HIDDEN, "there is no such build");
      case Subject.Many _, Subject.Everything _ -> {}
    }
  }

  /** What to say instead of a refusal, where that would tell that there is something. */
  static Optional<String> hidden(RoutingContext context) {
    return Optional.ofNullable(context.get(HIDDEN));
  }

  private static Subject subject(RoutingContext context) {
    return Subject.of(context.request().method().name(), context.request().path());
  }
}
