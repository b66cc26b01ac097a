package org.laassoa.server.build;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.database.Json;
import org.laassoa.server.delivery.DeliveryKind;
import org.laassoa.server.delivery.DeliveryResult;
import org.laassoa.server.problem.ProblemException;

/**
 * Enqueues a build that follows from another one. However often it is tried, there is one build:
 * each carries its cause as its idempotency key.
 */
@ApplicationScoped
class DownstreamDelivery implements DeliveryKind {

  /** The name in the table. */
  static final String KIND = "downstream";

  private static final int NO_STATUS = 0;

  private final EnqueueBuilds builds;
  private final BuildTriggers triggers;
  private final Json json;

  DownstreamDelivery(EnqueueBuilds builds, BuildTriggers triggers, Json json) {
    this.builds = builds;
    this.triggers = triggers;
    this.json = json;
  }

  /**
   * What to enqueue.
   *
   * @param trigger what follows from what
   * @param cause the project of the build that has succeeded
   * @param type {@code branch} or {@code tag}
   * @param ref the branch or tag
   * @param parameters with the image, where it is wanted
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record Order(
      BuildTriggers.Trigger trigger,
      String cause,
      String type,
      String ref,
      Map<String, String> parameters) {}

  @Override
  public String name() {
    return KIND;
  }

  @Override
  public DeliveryResult deliver(String payloadJson) {
    Order order = json.read(payloadJson, Order.class);
    BuildTriggers.Trigger trigger = order.trigger();
    try {
      ActionId build =
          builds.enqueue(
              trigger.project(),
              order.type(),
              order.ref(),
              order.parameters(),
              null,
              "build %d of %s".formatted(trigger.fromBuild(), order.cause()),
              "downstream:%d:%d".formatted(trigger.fromBuild(), trigger.place()));
      triggers.followed(trigger, build);
      return new DeliveryResult.Delivered(NO_STATUS);
    } catch (ProblemException e) {
      triggers.refused(trigger, e.detail().toString());
      return new DeliveryResult.Refused(e.detail().toString());
    }
  }
}
