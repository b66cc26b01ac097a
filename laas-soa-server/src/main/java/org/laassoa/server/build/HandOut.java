package org.laassoa.server.build;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.JDBCException;
import org.jboss.logging.Logger;
import org.laassoa.server.action.ActionQueue;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.action.Claimed;
import org.laassoa.server.action.Completion;
import org.laassoa.server.action.Ownership;
import org.laassoa.server.action.Plans;
import org.laassoa.server.configuration.secret.BuildSecretValues;
import org.laassoa.server.database.DatabaseException;
import org.laassoa.server.database.Json;
import org.laassoa.wire.ActionData;
import org.laassoa.wire.ActionType;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.CleanData;
import org.laassoa.wire.DiagnoseData;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Outcome;

/** Turns a claimed action into what its owner gets, secrets by value. */
@ApplicationScoped
public class HandOut {

  private static final Logger LOG = Logger.getLogger(HandOut.class);
  private static final int REMEMBERED = 1000;

  private final ActionQueue queue;
  private final Plans plans;
  private final BuildSecrets secrets;
  private final Json json;
  private final Map<Long, Complete> complete = new ConcurrentHashMap<>();

  HandOut(ActionQueue queue, Plans plans, BuildSecrets secrets, Json json) {
    this.queue = queue;
    this.plans = plans;
    this.secrets = secrets;
    this.json = json;
  }

  /** A plan with its secrets, good for as long as the configuration has this version. */
  private record Complete(long version, BuildData data, BuildSecretValues secrets) {
    /** Without the secrets. */
    @Override
    public String toString() {
      return "Complete[" + version + "]";
    }
  }

  /**
   * What to hand to the owner of an action. An action for which that cannot be made, such as when
   * the key of the secrets is another one now, fails here: it would fail the same way each time.
   *
   * @throws DatabaseException when it cannot be looked up at the moment: the action stays the
   *     agent's, and is handed out again
   */
  public Optional<ActionData> data(Claimed claimed) {
    try {
      return Optional.of(any(claimed));
    } catch (DatabaseException | JDBCException | QuarkusTransactionException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.errorf(e, "action %s cannot be handed out", claimed.action());
      fail(new Ownership(claimed.action(), claimed.attempt(), claimed.agentId()));
      return Optional.empty();
    }
  }

  private ActionData any(Claimed claimed) {
    return switch (ActionType.ofWireName(claimed.type()).orElseThrow()) {
      case BUILD, BUILD_PARENT_IMAGE -> build(complete(claimed), claimed);
      case CLEAN ->
          new CleanData(
              claimed.type(),
              claimed.action().toString(),
              json.read(plans.read(claimed.planId()), CleanPlan.class).caches());
      case DIAGNOSE -> new DiagnoseData(claimed.type(), claimed.action().toString());
    };
  }

  private Complete complete(Claimed claimed) {
    Complete known = complete.get(claimed.planId());
    if (known == null || known.version() != claimed.configuration()) {
      if (complete.size() >= REMEMBERED) {
        complete.clear();
      }
      PlannedBuild plan = json.read(plans.read(claimed.planId()), PlannedBuild.class);
      known =
          new Complete(claimed.configuration(), secrets.addTo(plan), secrets.scriptSecrets(plan));
      complete.put(claimed.planId(), known);
    }
    return known;
  }

  private BuildData build(Complete complete, Claimed claimed) {
    return new HandedBuild(
            claimed.type(),
            claimed.action().toString(),
            ImageNames.tag(claimed.action(), ImageNames.time(claimed.queuedAt())),
            parameters(claimed),
            complete.secrets())
        .of(complete.data());
  }

  private Map<String, String> parameters(Claimed claimed) {
    return claimed.parameters().equals("{}")
        ? Map.of()
        : json.read(claimed.parameters(), new TypeReference<Map<String, String>>() {});
  }

  private void fail(Ownership owner) {
    Outcome outcome =
        new Outcome.InfrastructureFailed(
            "start",
            FailureReason.INTERNAL,
            "the server could not put together what the build needs; its log says why");
    queue.complete(
        new Completion(
            owner,
            ActionState.FAILED,
            json.write(Outcome.class, outcome),
            "[]",
            "[]",
            null,
            null,
            null,
            null));
  }
}
