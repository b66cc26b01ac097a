package org.laassoa.server.console.administration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.laassoa.server.action.ActionQueue;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.cluster.OtherServers;
import org.laassoa.server.console.Shell;
import org.laassoa.server.database.DatabaseFacts;
import org.laassoa.server.delivery.DeliveryLog;

/** How the server is. */
@Path("/administration/health")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class HealthPage {

  private final Shell shell;
  private final DatabaseFacts database;
  private final OtherServers servers;
  private final ActionQueue queue;
  private final DeliveryLog deliveries;

  HealthPage(
      Shell shell,
      DatabaseFacts database,
      OtherServers servers,
      ActionQueue queue,
      DeliveryLog deliveries) {
    this.shell = shell;
    this.database = database;
    this.servers = servers;
    this.queue = queue;
    this.deliveries = deliveries;
  }

  @CheckedTemplate(basePath = "console/administration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance health(Page page);
  }

  /**
   * The page.
   *
   * @param database the database
   * @param size how much it holds
   * @param servers the servers that work on it
   * @param process this server's process
   * @param states how many actions there are in each state that is not the end, by its name
   * @param deliveries how many deliveries wait and have failed
   */
  record Page(
      DatabaseFacts.Facts database,
      String size,
      List<OtherServers.Server> servers,
      Process process,
      Map<String, Long> states,
      DeliveryLog.Counts deliveries) {}

  /**
   * This server's process.
   *
   * @param java the Java that it runs on
   * @param startedAt since when
   * @param memory how much of its heap it uses
   * @param most how large that may become
   */
  record Process(String java, Instant startedAt, String memory, String most) {}

  /** Shows it. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance health() {
    DatabaseFacts.Facts facts = database.now();
    return shell.show(
        Templates.health(
            new Page(
                facts,
                Bytes.text(facts.bytes()),
                servers.alive(),
                process(),
                states(),
                deliveries.counts())));
  }

  private Map<String, Long> states() {
    Map<ActionState, Long> counts = queue.countUnended();
    Map<String, Long> states = new TreeMap<>();
    for (ActionState state : ActionState.values()) {
      if (!state.ended()) {
        states.put(state.wireName(), counts.getOrDefault(state, 0L));
      }
    }
    return states;
  }

  private static Process process() {
    Runtime runtime = Runtime.getRuntime();
    return new Process(
        Runtime.version().toString(),
        Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
        Bytes.text(runtime.totalMemory() - runtime.freeMemory()),
        Bytes.text(runtime.maxMemory()));
  }
}
