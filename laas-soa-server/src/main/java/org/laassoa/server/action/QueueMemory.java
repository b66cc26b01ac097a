package org.laassoa.server.action;

import jakarta.enterprise.context.ApplicationScoped;

/** What this server keeps in memory about the queue; see each part for what it is good for. */
@ApplicationScoped
class QueueMemory {

  private final ActionSignals signals;
  private final ReadyWork readyWork;
  private final WorkWaiters waiters;
  private final OwnedActions owned;

  QueueMemory(ActionSignals signals, ReadyWork readyWork, WorkWaiters waiters, OwnedActions owned) {
    this.signals = signals;
    this.readyWork = readyWork;
    this.waiters = waiters;
    this.owned = owned;
  }

  ActionSignals signals() {
    return signals;
  }

  ReadyWork readyWork() {
    return readyWork;
  }

  WorkWaiters waiters() {
    return waiters;
  }

  OwnedActions owned() {
    return owned;
  }
}
