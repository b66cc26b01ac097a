package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.laassoa.server.action.ActionQueue;
import org.laassoa.server.action.ActionSignals;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.action.Claimed;
import org.laassoa.server.action.Completion;
import org.laassoa.server.action.Ownership;
import org.laassoa.server.agent.Agent;
import org.laassoa.server.database.Json;
import org.laassoa.server.database.Transactions;
import org.laassoa.wire.ActionData;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Outcome;

/** Turns a claimed action into what its owner gets, secrets by value. */
@ApplicationScoped
public class HandOut {

  private static final Logger LOG = Logger.getLogger(HandOut.class);

  private final Transactions transactions;
  private final ActionQueue queue;
  private final ActionSignals signals;
  private final BuildSecrets secrets;
  private final Json json;

  HandOut(
      Transactions transactions,
      ActionQueue queue,
      ActionSignals signals,
      BuildSecrets secrets,
      Json json) {
    this.transactions = transactions;
    this.queue = queue;
    this.signals = signals;
    this.secrets = secrets;
    this.json = json;
  }

  /**
   * What to hand to the owner of an action. An action for which that cannot be made, such as when
   * the key of the secrets is another one now, fails here: it would fail the same way each time.
   */
  public Optional<ActionData> data(Agent agent, Claimed claimed) {
    try {
      PlannedBuild planned = json.read(claimed.payload(), PlannedBuild.class);
      return Optional.of(secrets.addTo(planned, claimed));
    } catch (RuntimeException e) {
      LOG.errorf(e, "action %s cannot be handed out", claimed.action());
      fail(new Ownership(claimed.action(), claimed.attempt(), agent.id()));
      return Optional.empty();
    }
  }

  private void fail(Ownership owner) {
    Outcome outcome =
        new Outcome.InfrastructureFailed(
            "start",
            FailureReason.INTERNAL,
            "the server could not put together what the build needs; its log says why");
    Completion completion =
        new Completion(
            owner,
            ActionState.FAILED,
            json.write(Outcome.class, outcome),
            "[]",
            "[]",
            null,
            null,
            null);
    transactions.run(
        connection -> {
          if (queue.acknowledge(connection, owner)) {
            queue.complete(connection, completion);
          }
          return owner;
        });
    signals.changed(owner.action());
  }
}
