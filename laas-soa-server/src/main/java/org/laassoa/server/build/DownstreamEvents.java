package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.configuration.project.DownstreamProject;
import org.laassoa.server.database.Json;
import org.laassoa.server.delivery.Deliveries;
import org.laassoa.server.event.BuildEvent;
import org.laassoa.server.event.BuildEventListener;
import org.laassoa.wire.ImageReport;

/** Writes down, when a build has succeeded, which builds of other projects are to follow. */
@ApplicationScoped
class DownstreamEvents implements BuildEventListener {

  /** Projects that lead back to each other are refused when stored; two at once could slip by. */
  private static final int DEEPEST = 20;

  private final ProjectFacts projects;
  private final BuildStore builds;
  private final BuildTriggers triggers;
  private final Deliveries deliveries;
  private final Json json;

  DownstreamEvents(
      ProjectFacts projects,
      BuildStore builds,
      BuildTriggers triggers,
      Deliveries deliveries,
      Json json) {
    this.projects = projects;
    this.builds = builds;
    this.triggers = triggers;
    this.deliveries = deliveries;
    this.json = json;
  }

  @Override
  public void on(Connection connection, BuildEvent event) throws SQLException {
    if (!event.state().equals(ActionState.SUCCEEDED.wireName())) {
      return;
    }
    List<DownstreamProject> downstream =
        projects.of(event.project()).map(ProjectFacts.Facts::downstream).orElse(List.of());
    Optional<BuildView> build =
        downstream.isEmpty() ? Optional.empty() : builds.find(new ActionId(event.build()));
    if (build.isEmpty()) {
      return;
    }
    int depth = triggers.depth(connection, event.build()) + 1;
    for (int place = 0; place < downstream.size(); place++) {
      DownstreamProject next = downstream.get(place);
      if (next.follows(String.valueOf(build.get().type()), String.valueOf(build.get().ref()))) {
        trigger(connection, build.get(), place, next, depth);
      }
    }
  }

  private void trigger(
      Connection connection, BuildView build, int place, DownstreamProject next, int depth)
      throws SQLException {
    String project = Objects.requireNonNull(next.project());
    BuildTriggers.Trigger trigger = new BuildTriggers.Trigger(build.id(), place, project);
    Map<String, String> parameters = new TreeMap<>(next.parameters());
    if (next.parameter() != null) {
      Optional<ImageReport> image = build.images().stream().findFirst();
      if (image.isEmpty()) {
        triggers.add(connection, trigger, depth, "the build made no image for " + next.parameter());
        return;
      }
      parameters.put(next.parameter(), image.get().reference());
    }
    if (depth > DEEPEST) {
      triggers.add(connection, trigger, depth, DEEPEST + " builds are before it in the chain");
      return;
    }
    triggers.add(connection, trigger, depth, null);
    deliveries.add(
        connection,
        DownstreamDelivery.KIND,
        project,
        json.write(
            new DownstreamDelivery.Order(
                trigger, build.project(), next.type(), next.ref(), parameters)));
  }
}
