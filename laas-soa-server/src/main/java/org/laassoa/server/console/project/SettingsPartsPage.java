package org.laassoa.server.console.project;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.EntryChanges;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.secret.SecretView;
import org.laassoa.server.console.Pager;
import org.laassoa.server.console.Shell;
import org.laassoa.server.console.history.HistoryWords;
import org.laassoa.server.console.history.ShownChange;
import org.laassoa.server.githook.GitHookView;
import org.laassoa.server.githook.ReceivedHook;
import org.laassoa.server.people.Grants;

/** What belongs to a project besides its general settings. */
@Path("/projects/{name}/settings")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SettingsPartsPage {

  private static final int SIZE = 50;

  private final Shell shell;
  private final ProjectEntries projects;
  private final ProjectParts parts;

  SettingsPartsPage(Shell shell, ProjectEntries projects, ProjectParts parts) {
    this.shell = shell;
    this.projects = projects;
    this.parts = parts;
  }

  @CheckedTemplate(basePath = "console/project")
  static class Templates {
    private Templates() {}

    static native TemplateInstance secrets(String project, List<SecretView> secrets);

    static native TemplateInstance access(String project, List<Grants.View> grants);

    static native TemplateInstance hook(
        String project, @Nullable GitHookView hook, List<ReceivedHook> calls);

    static native TemplateInstance changes(String project, List<ShownChange> changes, Pager pager);
  }

  /** The secrets that its builds get, without their values. */
  @GET
  @Path("secrets")
  @RolesAllowed({"viewer", "developer", "admin"})
  @Operation(hidden = true)
  public TemplateInstance secrets(@RestPath String name) {
    return shell.show(Templates.secrets(name, parts.secrets(name)));
  }

  /** Who has a role on it. */
  @GET
  @Path("access")
  @RolesAllowed("admin")
  @Operation(hidden = true)
  public TemplateInstance access(@RestPath String name) {
    return shell.show(Templates.access(name, parts.grants(name)));
  }

  /** How its git host tells of pushes, and what it told. */
  @GET
  @Path("hook")
  @RolesAllowed({"viewer", "developer", "admin"})
  @Operation(hidden = true)
  public TemplateInstance hook(@RestPath String name) {
    return shell.show(Templates.hook(name, parts.hook(name).orElse(null), parts.calls(name, SIZE)));
  }

  /** Who changed it, and what. */
  @GET
  @Path("history")
  @RolesAllowed({"viewer", "developer", "admin"})
  @Operation(hidden = true)
  public TemplateInstance history(@RestPath String name, @BeanParam PageQuery query) {
    EntryChanges found = projects.history(name, query);
    return shell.show(
        Templates.changes(
            name,
            ShownChange.of(found.items(), shell.words(HistoryWords.class)),
            Pager.of(
                "/projects/" + name + "/settings/history",
                Map.of(),
                query.page(),
                query.size(),
                found.total())));
  }
}
