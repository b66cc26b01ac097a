package org.laassoa.server.machine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.database.Json;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** The machines for those who work on them, and what they find out there. */
@ApplicationScoped
public class KnownMachines {
  private final MachineRepository repository;
  private final MachineLogins logins;
  private final Json json;

  KnownMachines(MachineRepository repository, MachineLogins logins, Json json) {
    this.repository = repository;
    this.logins = logins;
    this.json = json;
  }

  /**
   * The number of the machine of that name or number.
   *
   * @throws ProblemException {@link ProblemType#NOT_FOUND}
   */
  @Transactional
  public long id(String key) {
    return repository
        .findByAddress(key)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such machine."))
        .getId();
  }

  /**
   * All that is needed to work on a machine; it is there.
   *
   * @throws org.laassoa.server.secret.UnreadableSecretException under another key than when it was
   *     stored
   */
  @Transactional
  public MachineSpec spec(long id) {
    Machine machine = repository.findById(id);
    return new MachineSpec(
        id,
        host(machine),
        logins.of(machine),
        machine.getBecome(),
        machine.getDirectory(),
        machine.getAgent());
  }

  /**
   * Where the SSH server of the machine of that name or number is.
   *
   * @throws ProblemException {@link ProblemType#NOT_FOUND}
   */
  @Transactional
  public SshHost host(String key) {
    return host(repository.findById(id(key)));
  }

  private static SshHost host(Machine machine) {
    return new SshHost(
        machine.getName(),
        machine.getAddress(),
        machine.getPort(),
        machine.getHostKey().orElse(null));
  }

  /** From now on the host must have this key; null forgets the one that it had to have. */
  @Transactional
  public void pin(long id, @Nullable HostKey key) {
    change(id, machine -> machine.pin(key));
  }

  /** Notes what a look has found. */
  @Transactional
  public void looked(long id, MachineFacts facts) {
    change(id, machine -> machine.setFacts(json.write(facts)));
  }

  private void change(long id, Consumer<Machine> change) {
    Machine machine = repository.findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (machine != null) {
      change.accept(machine);
    }
  }
}
