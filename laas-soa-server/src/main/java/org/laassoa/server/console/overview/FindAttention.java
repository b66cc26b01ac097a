package org.laassoa.server.console.overview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.laassoa.server.agent.AgentView;
import org.laassoa.server.build.BuildStatistics;
import org.laassoa.server.build.WaitKinds;
import org.laassoa.server.build.WaitingLanes;
import org.laassoa.server.console.overview.Attention.Kind;
import org.laassoa.server.delivery.FailedDeliveries;
import org.laassoa.server.provisioning.OperationState;
import org.laassoa.server.provisioning.OperationView;

/** Finds what needs attention, the worst first. */
final class FindAttention {

  private final List<Attention> found = new ArrayList<>();

  /** What a person should look at, in the order in which it was looked for. */
  List<Attention> found() {
    return List.copyOf(found);
  }

  /** Builds that no agent takes. */
  void inLanes(List<WaitingLanes.Lane> lanes, List<AgentView> agents) {
    for (WaitingLanes.Lane lane : lanes) {
      if (WaitKinds.of(lane, agents).isStuck()) {
        add(
            Kind.BUILDS_STUCK,
            Long.toString(lane.waiting()),
            "/builds/" + lane.firstBuild(),
            String.join(", ", lane.labels()));
      }
    }
  }

  /** Agents that take nothing. */
  void among(List<AgentView> agents) {
    if (agents.isEmpty()) {
      add(Kind.NO_AGENT, "", "/agents", "");
    }
    for (AgentView agent : agents) {
      String link = "/agents/" + agent.id();
      if (!agent.online()) {
        found.add(new Attention(Kind.AGENT_OFFLINE, agent.name(), link, "", agent.lastSeen()));
      } else if (agent.notTaking() instanceof String words) {
        add(Kind.AGENT_NOT_TAKING, agent.name(), link, words);
      } else if (!agent.supported()) {
        add(Kind.AGENT_TOO_OLD, agent.name(), link, String.valueOf(agent.version()));
      }
    }
  }

  /**
   * Machines on which the last operation failed. An agent that is silent speaks for its machine.
   */
  void on(Collection<OperationView> newest) {
    for (OperationView last : newest) {
      if (last.state() == OperationState.FAILED) {
        found.add(
            new Attention(
                last.failedByHostKey() ? Kind.MACHINE_KEY_CHANGED : Kind.MACHINE_FAILED,
                last.machine(),
                "/machines/" + last.machine(),
                last.kind().wireName(),
                last.endedAt()));
      }
    }
  }

  /** Projects whose main branch fails. */
  void failing(List<BuildStatistics.Failing> projects) {
    for (BuildStatistics.Failing one : projects) {
      found.add(
          new Attention(
              Kind.PROJECT_FAILING,
              one.project(),
              "/builds/" + one.build(),
              one.ref(),
              one.since()));
    }
  }

  /** Targets that could not be told. */
  void deliveries(List<FailedDeliveries.Failed> failed) {
    for (FailedDeliveries.Failed one : failed) {
      found.add(
          switch (one.kind()) {
            case "webhook" ->
                of(Kind.WEBHOOK_FAILING, one, "/configuration/webhooks/" + one.subject());
            case "commit_status" -> of(Kind.STATUS_FAILING, one, "/projects/" + one.subject());
            default -> of(Kind.DELIVERY_FAILING, one, "/configuration/webhooks");
          });
    }
  }

  private static Attention of(Kind kind, FailedDeliveries.Failed failed, String link) {
    return new Attention(
        kind, failed.subject(), link, Long.toString(failed.count()), failed.last());
  }

  private void add(Kind kind, String subject, String link, String detail) {
    found.add(new Attention(kind, subject, link, detail, null));
  }
}
