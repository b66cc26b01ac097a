package org.laassoa.server.console.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.laassoa.server.configuration.Entries;
import org.laassoa.server.configuration.EntryChanges;
import org.laassoa.server.configuration.EntryContext;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.configuration.Stored;
import org.laassoa.server.machine.Machine;
import org.laassoa.server.machine.MachineRequest;
import org.laassoa.server.machine.MachineView;
import org.laassoa.server.machine.Machines;

/** The machines as they are configured, for pages. */
@ApplicationScoped
class FleetMachines {
  private final Machines kind;
  private final Entries<Machine, MachineRequest, MachineView> entries;

  FleetMachines(Machines kind, EntryContext context) {
    this.kind = kind;
    this.entries = new Entries<>(kind, context);
  }

  /** One page of what the query finds, by name. */
  @Transactional
  PageView<MachineView> list(PageQuery query) {
    return entries.list(query);
  }

  /**
   * The machine of that name.
   *
   * @throws org.laassoa.server.problem.ProblemException when there is none
   */
  @Transactional
  Stored<MachineView> get(String name) {
    return entries.get(name);
  }

  /** Who changed it lately, and what. */
  @Transactional
  EntryChanges history(String name) {
    return entries.history(name, new PageQuery());
  }

  /** The machine that an agent was installed on by the server. */
  @Transactional
  Optional<MachineView> ofAgent(long agentId) {
    return kind.ofAgent(agentId);
  }
}
