package org.laassoa.server.console.configuration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.build.PreviewRequest;
import org.laassoa.server.build.PreviewView;
import org.laassoa.server.build.Previews;
import org.laassoa.server.configuration.EntryUser;
import org.laassoa.server.console.Shell;
import org.laassoa.server.problem.ProblemException;

/** What a build of a project would do with a build configuration. */
@Path("/configuration/build-configurations/{name}/preview")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"viewer", "developer", "admin"})
@RunOnVirtualThread
public class PreviewPage {

  private final Shell shell;
  private final PreviewedEntries entries;
  private final Previews previews;

  PreviewPage(Shell shell, PreviewedEntries entries, Previews previews) {
    this.shell = shell;
    this.entries = entries;
    this.previews = previews;
  }

  @CheckedTemplate(basePath = "console/configuration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance preview(Page page);
  }

  /**
   * The page.
   *
   * @param head what is above
   * @param projects the projects that use the configuration
   * @param asked what is to be shown
   * @param plan what the build would do, or null
   * @param problem why that cannot be said; empty where it can
   */
  record Page(
      EntryHead head,
      List<String> projects,
      Asked asked,
      @Nullable PreviewView plan,
      String problem) {}

  /**
   * What is to be shown.
   *
   * @param project the project; empty at first
   * @param type branch or tag
   * @param ref its name
   */
  record Asked(String project, String type, String ref) {}

  /** Shows it; a project that is not named is not previewed. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance preview(
      @RestPath String name,
      @RestQuery @DefaultValue("") String project,
      @RestQuery @DefaultValue("branch") String type,
      @RestQuery @DefaultValue("main") String ref) {
    PreviewedEntries.Found found = entries.find(name, Words.of(shell));
    Asked asked = new Asked(project, type, ref);
    List<String> projects = found.users().stream().map(EntryUser::name).toList();
    if (project.isEmpty()) {
      return shell.show(Templates.preview(new Page(found.head(), projects, asked, null, "")));
    }
    try {
      PreviewView plan = previews.of(project, new PreviewRequest(type, ref, null, name));
      return shell.show(Templates.preview(new Page(found.head(), projects, asked, plan, "")));
    } catch (ProblemException refused) {
      String words = refused.detail().in(shell.language().locale());
      return shell.show(Templates.preview(new Page(found.head(), projects, asked, null, words)));
    }
  }
}
