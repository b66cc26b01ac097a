package org.laassoa.server.console.administration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.laassoa.server.audit.AuditEvent;
import org.laassoa.server.audit.AuditFilter;
import org.laassoa.server.audit.AuditTrail;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.console.Pager;
import org.laassoa.server.console.Shell;

/** The audit trail. */
@Path("/administration/audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class AuditPage {

  private final Shell shell;
  private final AuditTrail trail;

  AuditPage(Shell shell, AuditTrail trail) {
    this.shell = shell;
    this.trail = trail;
  }

  @CheckedTemplate(basePath = "console/administration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance audit(Page page);
  }

  /**
   * The page.
   *
   * @param asked what is wanted
   * @param events what was found, newest first
   * @param pager where one is among the pages
   */
  record Page(AuditQuery asked, List<Event> events, Pager pager) {}

  /**
   * An event.
   *
   * @param event as it was recorded
   * @param good whether it was done, and not refused
   */
  record Event(AuditEvent event, boolean good) {

    private static final int REFUSED = 400;

    static Event of(AuditEvent event) {
      return new Event(event, event.status() < REFUSED);
    }

    /** The user as a part of an address: strangers may call themselves anything. */
    public String actorQuery() {
      return URLEncoder.encode(event.actor(), StandardCharsets.UTF_8);
    }
  }

  /** Shows what is wanted of it. Days are days in UTC, the last one included. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance audit(
      @RestQuery @DefaultValue("") String actor,
      @RestQuery @DefaultValue("") String action,
      @RestQuery @DefaultValue("") String subject,
      @RestQuery @DefaultValue("") String from,
      @RestQuery @DefaultValue("") String to,
      @BeanParam PageQuery query) {
    AuditQuery asked = new AuditQuery(actor, action, subject, from, to);
    AuditFilter filter = asked.filter();
    return shell.show(
        Templates.audit(
            new Page(
                asked,
                trail.list(filter, query.page(), query.size()).stream().map(Event::of).toList(),
                Pager.of(
                    "/administration/audit",
                    asked.parameters(),
                    query.page(),
                    query.size(),
                    trail.count(filter)))));
  }
}
