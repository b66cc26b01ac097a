package org.laassoa.server.console.fleet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.machine.MachineFacts;
import org.laassoa.server.machine.MachineView;
import org.laassoa.wire.Cache;

/**
 * All that the page of one agent shows.
 *
 * @param row the agent
 * @param work what it does and has done, newest first
 * @param machine the machine that it was installed on by the server, or null
 */
record AgentDetails(AgentRow row, List<Work> work, @Nullable MachineView machine) {
  private static final long GIB = 1024L * 1024 * 1024;

  /** What it does now. */
  public List<Work> current() {
    return work.stream().filter(Work::isUnderWay).toList();
  }

  /** What it has done. */
  public List<Work> recent() {
    return work.stream().filter(one -> !one.isUnderWay()).toList();
  }

  /** How many whole GiB were free when its machine was looked at; 0 when that is not known. */
  public long diskFreeGib() {
    MachineFacts facts = facts();
    return facts == null ? 0 : facts.diskFreeBytes() / GIB;
  }

  /** When that was, or null. */
  public @Nullable Instant diskSeenAt() {
    MachineFacts facts = facts();
    return facts == null ? null : facts.lookedAt();
  }

  private @Nullable MachineFacts facts() {
    return machine == null ? null : machine.facts();
  }

  /** What it can be told to empty. */
  public List<String> caches() {
    return Cache.wireNames();
  }
}
