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
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.console.Pager;
import org.laassoa.server.console.Shell;
import org.laassoa.server.webhook.WebhookDeliveries;
import org.laassoa.server.webhook.WebhookDeliveryView;

/** What a webhook was told lately. */
@Path("/configuration/webhooks/{name}/deliveries")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
@Transactional
public class DeliveriesPage {

  private final Shell shell;
  private final Stocks stocks;
  private final WebhookDeliveries deliveries;

  DeliveriesPage(Shell shell, Stocks stocks, WebhookDeliveries deliveries) {
    this.shell = shell;
    this.stocks = stocks;
    this.deliveries = deliveries;
  }

  @CheckedTemplate(basePath = "console/configuration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance deliveries(Page page);
  }

  /**
   * The page.
   *
   * @param head what is above
   * @param items what it was told, newest first
   * @param pager where one is among the pages
   */
  record Page(EntryHead head, List<WebhookDeliveryView> items, Pager pager) {}

  /** Shows it. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance deliveries(@RestPath String name, @BeanParam PageQuery query) {
    EntryHead head =
        EntryHead.of(
            Section.WEBHOOKS, stocks.of(Section.WEBHOOKS).get(name), "deliveries", Words.of(shell));
    PageView<WebhookDeliveryView> page = deliveries.list(name, query);
    return shell.show(
        Templates.deliveries(
            new Page(
                head,
                page.items(),
                Pager.of(
                    head.address() + "/deliveries",
                    Map.of(),
                    query.page(),
                    query.size(),
                    page.total()))));
  }
}
