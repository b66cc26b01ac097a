package org.laassoa.server.console.configuration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.laassoa.server.console.Shell;

/** What there is of each kind of configuration. */
@Path("/configuration")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"viewer", "developer", "admin"})
@RunOnVirtualThread
@Transactional
public class ConfigurationPage {

  private final Shell shell;
  private final Stocks stocks;
  private final Readers readers;

  ConfigurationPage(Shell shell, Stocks stocks, Readers readers) {
    this.shell = shell;
    this.stocks = stocks;
    this.readers = readers;
  }

  @CheckedTemplate(basePath = "console/configuration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance overview(OverviewView page);
  }

  /** Shows it. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance overview() {
    KindWords words = shell.words(KindWords.class);
    return shell.show(
        Templates.overview(
            new OverviewView(
                Arrays.stream(Section.values())
                    .filter(readers::maySee)
                    .map(
                        section -> OverviewView.Kind.of(section, stocks.of(section).count(), words))
                    .toList())));
  }
}
