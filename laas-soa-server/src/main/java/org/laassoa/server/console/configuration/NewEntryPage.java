package org.laassoa.server.console.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.readymade.ReadyMades;
import org.laassoa.server.console.Shell;

/** Where entries are added. */
@Path(
    "/new/{one: git-server|registry|environment|parent-image|build-configuration|webhook|secret"
        + "|capability-rule}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
@Transactional
public class NewEntryPage {

  private final Shell shell;
  private final Stocks stocks;
  private final FilledForms forms;
  private final ReadyMades readyMades;

  NewEntryPage(Shell shell, Stocks stocks, FilledForms forms, ReadyMades readyMades) {
    this.readyMades = readyMades;
    this.shell = shell;
    this.stocks = stocks;
    this.forms = forms;
  }

  @CheckedTemplate(basePath = "console/configuration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance create(NewView page);
  }

  /**
   * Shows the form.
   *
   * @param like the entry that it begins as a copy of; what is never shown is not copied
   */
  @GET
  @Operation(hidden = true)
  public TemplateInstance create(@RestPath String one, @RestQuery @Nullable String like) {
    Section section = Section.ofOne(one);
    Words words = Words.of(shell);
    Stock stock = stocks.of(section);
    ObjectNode document = like == null ? stock.fresh() : withoutSecrets(stock.get(like).document());
    return shell.show(
        Templates.create(
            new NewView(
                section,
                OverviewView.Kind.of(section, 0, words.kinds()),
                like == null ? "" : like + "-2",
                forms.of(Forms.of(section), document, words),
                like == null && section == Section.BUILD_CONFIGURATIONS
                    ? readyMades.list()
                    : List.of())));
  }

  private static ObjectNode withoutSecrets(ObjectNode document) {
    document
        .properties()
        .removeIf(
            field -> field.getKey().startsWith("has_") || field.getKey().equals("home_file_names"));
    return document;
  }
}
