package org.laassoa.server.audit;

import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.laassoa.server.database.DatabaseException;
import org.laassoa.server.openapi.OperationIds;

/**
 * Notes each call under {@code /api} that changes something or was to, so that no resource can
 * forget it. What was done is stored before its answer goes out.
 */
public class AuditCalls {

  private static final Logger LOG = Logger.getLogger(AuditCalls.class);
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String API = "/api/";
  private static final int FIRST_REFUSAL = 400;

  private final AuditTrail trail;
  private final Clock clock;
  private final Strangers strangers = new Strangers();

  AuditCalls(AuditTrail trail, Clock clock) {
    this.trail = trail;
    this.clock = clock;
  }

  /** Notes a call that is about to be answered. */
  @ServerResponseFilter
  public void note(
      ContainerRequestContext request,
      ContainerResponseContext response,
      ResourceInfo called,
      RoutingContext call) {
    String path = request.getUriInfo().getPath();
    if (READING.contains(request.getMethod()) || !path.startsWith(API)) {
      return;
    }
    Method method = called.getResourceMethod();
    if (method == null
        || (method.isAnnotationPresent(NotAudited.class) && response.getStatus() < FIRST_REFUSAL)) {
      return;
    }
    String actor = actor(call);
    if (actor.isEmpty() && !strangers.mayBeNoted(clock.instant())) {
      return;
    }
    store(
        AuditEvent.of(
            clock.instant(),
            actor,
            call.request().remoteAddress().hostAddress(),
            OperationIds.of(called.getResourceClass(), method),
            path.substring(API.length()),
            response.getStatus()));
  }

  private void store(AuditEvent event) {
    if (!BlockingOperationControl.isBlockingAllowed()) {
      // Refused before it came to a thread that may wait.
      trail.submit(event).whenComplete((done, failure) -> complain(event, failure));
      return;
    }
    try {
      trail.record(event);
    } catch (DatabaseException e) {
      complain(event, e);
    }
  }

  /**
   * What has been done stays done: the answer says so, and the log keeps what the trail could not.
   */
  private static void complain(AuditEvent event, Throwable failure) {
    if (failure != null) {
      LOG.errorf(failure, "not in the audit trail: %s", event);
    }
  }

  private static String actor(RoutingContext call) {
    return call.user() instanceof QuarkusHttpUser user && !user.getSecurityIdentity().isAnonymous()
        ? user.getSecurityIdentity().getPrincipal().getName()
        : "";
  }
}
