package org.laassoa.server.provisioning;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laassoa.server.machine.KnownMachines;

/** The operations on machines, for those who look at them. */
@ApplicationScoped
public class OperationViews {
  private final OperationStore store;
  private final KnownMachines machines;

  OperationViews(OperationStore store, KnownMachines machines) {
    this.store = store;
    this.machines = machines;
  }

  /** The operation of that number with what happened in it. */
  public Optional<OperationView> find(long id) {
    return store.find(id).map(row -> OperationView.of(row, store.events(id, 0)));
  }

  /**
   * The operations of that machine, newest first, without their steps.
   *
   * @throws org.laassoa.server.problem.ProblemException when there is no such machine
   */
  public List<OperationView> ofMachine(String machine) {
    return store.ofMachine(machines.id(machine)).stream().map(OperationViews::bare).toList();
  }

  /** The newest operation of each machine that has one, by the machine's name, without steps. */
  public Map<String, OperationView> newest() {
    return store.newest().stream().collect(toMap(OperationRow::machine, OperationViews::bare));
  }

  /** The names of the steps of such an operation, in order. */
  public List<String> stepsOf(OperationKind kind) {
    return Recipe.of(kind).stream().map(Step::name).toList();
  }

  private static OperationView bare(OperationRow row) {
    return OperationView.of(row, List.of());
  }
}
