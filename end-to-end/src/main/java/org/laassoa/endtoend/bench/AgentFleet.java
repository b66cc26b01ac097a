package org.laassoa.endtoend.bench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.laassoa.endtoend.bench.wire.ClaimingAgent;
import org.laassoa.endtoend.bench.wire.Ledger;
import org.laassoa.endtoend.load.Load;
import org.laassoa.endtoend.load.Measured;

/** Agents that claim and complete, each through a connection of its own. */
record AgentFleet(URI server, List<String> tokens) {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  /**
   * What they did.
   *
   * @param perSecond actions completed a second
   * @param ledger how long claims and completions took
   */
  record Drained(double perSecond, Ledger ledger) {}

  /**
   * Claims and completes until so many are done, of which each is handed out once.
   *
   * @param capacity how many an agent takes at once
   * @throws IllegalStateException when one is handed out twice, or some are not done in time
   */
  Drained drain(int actions, int capacity) {
    Ledger ledger = new Ledger(actions, LIMIT);
    List<ClaimingAgent> agents =
        tokens.stream().map(token -> new ClaimingAgent(token, capacity, ledger)).toList();
    try (Load load = Load.connect(server, agents)) {
      Measured drained = load.untilDone();
      ledger.requireDone();
      return new Drained(actions * 1e9 / drained.took().toNanos(), ledger);
    }
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "AgentFleet[" + server + "]";
  }
}
