package org.laassoa.server.console.configuration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.EntryChanges;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.console.Pager;
import org.laassoa.server.console.Shell;
import org.laassoa.server.console.history.HistoryWords;
import org.laassoa.server.console.history.Meanwhile;
import org.laassoa.server.console.history.MeanwhilePart;
import org.laassoa.server.console.history.ShownChange;
import org.laassoa.server.console.history.Watched;

/** An entry: its form, and who changed it. */
@Path("/configuration/{section}/{name}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"viewer", "developer", "admin"})
@RunOnVirtualThread
@Transactional
public class EntryPages {

  private final Shell shell;
  private final Stocks stocks;
  private final FilledForms forms;
  private final Readers readers;
  private final UsersOfEntries users;

  EntryPages(Shell shell, Stocks stocks, FilledForms forms, Readers readers, UsersOfEntries users) {
    this.users = users;
    this.shell = shell;
    this.stocks = stocks;
    this.forms = forms;
    this.readers = readers;
  }

  @CheckedTemplate(basePath = "console/configuration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance entry(EntryView page);

    static native TemplateInstance history(HistoryView page);
  }

  /** Shows its form. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance entry(
      @RestPath String section, @RestPath String name, @RestQuery @Nullable String saved) {
    Section kind = readers.section(section);
    Words words = Words.of(shell);
    Stock stock = stocks.of(kind);
    Stock.Item item = stock.get(name);
    return shell.show(
        Templates.entry(
            new EntryView(
                EntryHead.of(kind, item, "settings", words),
                item.tag(),
                forms.of(Forms.of(kind), item.document(), words),
                Meanwhile.nothing(watched(kind, item.name(), item.version())),
                users.of(kind, item.document(), words.pages()),
                saved != null)));
  }

  /** The part of its page that tells who has the form open what became of it since. */
  @GET
  @Path("meanwhile")
  @RolesAllowed("admin")
  @Operation(hidden = true)
  public TemplateInstance meanwhile(
      @RestPath String section, @RestPath String name, @RestQuery @DefaultValue("") String filled) {
    Section kind = readers.section(section);
    return shell.show(
        MeanwhilePart.of(
            stocks
                .of(kind)
                .since(name, watched(kind, name, filled), shell.words(HistoryWords.class))));
  }

  private static Watched watched(Section kind, String name, String filled) {
    String list = "/configuration/" + kind.slug();
    return new Watched(list + "/" + name, list, filled);
  }

  /** Shows who changed it. */
  @GET
  @Path("history")
  @Operation(hidden = true)
  public TemplateInstance history(
      @RestPath String section, @RestPath String name, @BeanParam PageQuery query) {
    Section kind = readers.section(section);
    Words words = Words.of(shell);
    Stock stock = stocks.of(kind);
    EntryHead head = EntryHead.of(kind, stock.get(name), "history", words);
    EntryChanges changes = stock.history(name, query);
    return shell.show(
        Templates.history(
            new HistoryView(
                head,
                ShownChange.of(changes.items(), shell.words(HistoryWords.class)),
                Pager.of(
                    head.address() + "/history",
                    Map.of(),
                    query.page(),
                    query.size(),
                    changes.total()))));
  }
}
