package org.laassoa.server.console.fleet;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.agent.AgentView;
import org.laassoa.server.agent.Agents;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.configuration.Stored;
import org.laassoa.server.machine.MachineView;
import org.laassoa.server.provisioning.OperationView;
import org.laassoa.server.provisioning.OperationViews;

/** Machines together with their agents and with what is done on them. */
@ApplicationScoped
public class FleetViews {
  private final FleetMachines machines;
  private final Agents agents;
  private final OperationViews operations;
  private final LaasConfig config;
  private final ServerAddress address;

  FleetViews(
      FleetMachines machines,
      Agents agents,
      OperationViews operations,
      LaasConfig config,
      ServerAddress address) {
    this.machines = machines;
    this.agents = agents;
    this.operations = operations;
    this.config = config;
    this.address = address;
  }

  /** What of the server's settings machines need. */
  public Readiness readiness() {
    return Readiness.of(config, address);
  }

  MachineList list(PageQuery query) {
    PageView<MachineView> found = machines.list(query);
    Map<Long, AgentRow> byId = agents.list().stream().collect(toMap(AgentView::id, AgentRow::of));
    Map<String, OperationView> newest = operations.newest();
    List<MachineRow> rows =
        found.items().stream()
            .map(one -> new MachineRow(one, agentOf(one, byId), newest.get(one.name())))
            .toList();
    long pages = Math.max(1, Math.ceilDiv(found.total(), query.size()));
    return new MachineList(rows, found.total(), query.text(), query.page(), pages);
  }

  private static @Nullable AgentRow agentOf(MachineView machine, Map<Long, AgentRow> agents) {
    return machine.agentId() == null ? null : agents.get(machine.agentId());
  }

  /**
   * The machine of that name with its agent.
   *
   * @throws org.laassoa.server.problem.ProblemException when there is none
   */
  MachineRow row(String name) {
    MachineView machine = machines.get(name).view();
    return row(machine, operations.ofMachine(machine.name()));
  }

  private MachineRow row(MachineView machine, List<OperationView> all) {
    Long agent = machine.agentId();
    return new MachineRow(
        machine,
        agent == null
            ? null
            : agents.list().stream()
                .filter(one -> one.id() == agent)
                .findFirst()
                .map(AgentRow::of)
                .orElse(null),
        all.isEmpty() ? null : all.getFirst());
  }

  /**
   * All about the machine of that name.
   *
   * @throws org.laassoa.server.problem.ProblemException when there is none
   */
  MachineDetails details(String name) {
    Stored<MachineView> stored = machines.get(name);
    MachineView machine = stored.view();
    List<OperationView> all = operations.ofMachine(machine.name());
    return new MachineDetails(
        row(machine, all),
        '"' + Objects.requireNonNull(stored.tag().getValue()) + '"',
        all,
        machines.history(machine.name()).items(),
        readiness());
  }
}
