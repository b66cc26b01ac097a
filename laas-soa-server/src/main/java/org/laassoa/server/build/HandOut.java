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
import org.laassoa.server.database.DatabaseException;
import org.laassoa.server.database.Json;
import org.laassoa.wire.ActionData;
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
  private final Map<Long, PlannedBuild> parsed = new ConcurrentHashMap<>();

  HandOut(ActionQueue queue, Plans plans, BuildSecrets secrets, Json json) {
    this.queue = queue;
    this.plans = plans;
    this.secrets = secrets;
    this.json = json;
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
      return Optional.of(secrets.addTo(plan(claimed.planId()), claimed, parameters(claimed)));
    } catch (DatabaseException | JDBCException | QuarkusTransactionException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.errorf(e, "action %s cannot be handed out", claimed.action());
      fail(new Ownership(claimed.action(), claimed.attempt(), claimed.agentId()));
      return Optional.empty();
    }
  }

  private PlannedBuild plan(long id) {
    if (parsed.size() > REMEMBERED) {
      parsed.clear();
    }
    return parsed.computeIfAbsent(id, key -> json.read(plans.read(key), PlannedBuild.class));
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
