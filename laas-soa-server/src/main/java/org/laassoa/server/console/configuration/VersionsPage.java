package org.laassoa.server.console.configuration;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.script.ScriptHistory;
import org.laassoa.server.configuration.script.ScriptVersionView;
import org.laassoa.server.configuration.script.VersionNumber;
import org.laassoa.server.console.Pager;
import org.laassoa.server.console.Shell;

/** The versions of the scripts of an entry, and what differs between two of them. */
@Path("/configuration/{section: build-configurations|parent-images}/{name}/versions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"viewer", "developer", "admin"})
@RunOnVirtualThread
@Transactional
public class VersionsPage {

  private final Shell shell;
  private final Stocks stocks;
  private final ScriptSetsOfEntries sets;
  private final ScriptHistory history;

  VersionsPage(Shell shell, Stocks stocks, ScriptSetsOfEntries sets, ScriptHistory history) {
    this.shell = shell;
    this.stocks = stocks;
    this.sets = sets;
    this.history = history;
  }

  @CheckedTemplate(basePath = "console/configuration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance versions(VersionsView page);
  }

  /** Shows them. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance versions(
      @RestPath String section,
      @RestPath String name,
      @RestQuery @Nullable String from,
      @RestQuery @Nullable String to,
      @BeanParam PageQuery query) {
    Section kind = Section.ofSlug(section);
    Words words = Words.of(shell);
    EntryHead head = EntryHead.of(kind, stocks.of(kind).get(name), "versions", words);
    long set = sets.of(kind, name);
    List<ScriptVersionView> page = history.list(set, query.page(), query.size());
    long total = history.count(set);
    return shell.show(
        Templates.versions(
            new VersionsView(
                head,
                page.stream()
                    .map(version -> VersionsView.Version.of(version, words.pages()))
                    .toList(),
                Math.toIntExact(total),
                from == null || to == null ? null : diff(set, from, to, words),
                Pager.of(
                    head.address() + "/versions", Map.of(), query.page(), query.size(), total))));
  }

  private DiffView diff(long set, String from, String to, Words words) {
    return DiffView.of(
        history.diff(set, VersionNumber.ofQuery("from", from), VersionNumber.ofQuery("to", to)),
        words.pages());
  }
}
