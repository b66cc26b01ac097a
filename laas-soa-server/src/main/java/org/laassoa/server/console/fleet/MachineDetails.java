package org.laassoa.server.console.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.EntryChange;
import org.laassoa.server.machine.MachineFacts;
import org.laassoa.server.machine.MachineView;
import org.laassoa.server.provisioning.OperationView;

/**
 * All that the page of one machine shows.
 *
 * @param row the machine
 * @param etag its version, as a change names it
 * @param operations what was done on it, newest first
 * @param changes who changed its entry, newest first
 * @param ready what the server can do at all
 */
record MachineDetails(
    MachineRow row,
    String etag,
    List<OperationView> operations,
    List<EntryChange> changes,
    Readiness ready) {
  private static final long GIB = 1024L * 1024 * 1024;
  private static final long EXACT = 2;

  /** The machine. */
  public MachineView machine() {
    return row.machine();
  }

  /** What the last look found, or null before the first. */
  public @Nullable MachineFacts facts() {
    return row.machine().facts();
  }

  /** How many whole GiB were free where the agent is. */
  public long diskFreeGib() {
    MachineFacts facts = facts();
    return facts == null ? 0 : facts.diskFreeBytes() / GIB;
  }

  /** Whether its clock goes as the server's does, as far as that can be told. */
  public boolean clockRight() {
    MachineFacts facts = facts();
    return facts != null && Math.abs(facts.clockOffsetSeconds()) <= EXACT;
  }

  /** Whether its agent has joined. */
  public boolean hasAgent() {
    return row.agent() != null;
  }
}
