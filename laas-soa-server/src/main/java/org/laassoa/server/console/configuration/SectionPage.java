package org.laassoa.server.console.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.console.Pager;
import org.laassoa.server.console.Shell;

/** The list of the entries of one kind. */
@Path("/configuration/{section}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"viewer", "developer", "admin"})
@RunOnVirtualThread
@Transactional
public class SectionPage {

  private final Shell shell;
  private final Stocks stocks;
  private final FilledForms forms;
  private final Readers readers;
  private final UsersOfEntries users;

  SectionPage(
      Shell shell, Stocks stocks, FilledForms forms, Readers readers, UsersOfEntries users) {
    this.users = users;
    this.shell = shell;
    this.stocks = stocks;
    this.forms = forms;
    this.readers = readers;
  }

  @CheckedTemplate(basePath = "console/configuration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance list(ListView page);
  }

  /** Shows it. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance list(@RestPath String section, @BeanParam PageQuery query) {
    Section kind = readers.section(section);
    Words words = Words.of(shell);
    Stock stock = stocks.of(kind);
    Stock.Listing listing = stock.list(query);
    List<ListView.Row> rows =
        listing.documents().stream().map(document -> row(kind, document, words)).toList();
    String address = "/configuration/" + kind.slug();
    return shell.show(
        Templates.list(
            new ListView(
                OverviewView.Kind.of(kind, listing.total(), words.kinds()),
                query.text(),
                Columns.labels(kind, words.fields()),
                rows,
                Columns.hasUsers(kind),
                Pager.of(
                    address,
                    Map.of("q", query.text()),
                    query.page(),
                    query.size(),
                    listing.total()))));
  }

  private ListView.Row row(Section kind, ObjectNode document, Words words) {
    String name = document.path("name").asText();
    return new ListView.Row(
        name,
        document.path("description").asText(),
        forms.texts(Columns.fields(kind), document, words),
        Columns.hasUsers(kind) ? users.count(kind, document) : 0,
        document.path("updated_at").asText());
  }
}
