package org.laassoa.server.console.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.laassoa.server.audit.AuditTrail;
import org.laassoa.server.database.DatabaseException;

/**
 * Whether people have changed anything, on whichever server: each change is an event of the audit
 * trail. Looked at by one of all open pages, once a second, and not at all while none is open.
 */
@ApplicationScoped
class WhatPeopleDid {

  private static final long PAUSE = Duration.ofMillis(900).toNanos();

  private final AuditTrail trail;
  private final AtomicLong lookedAt = new AtomicLong(System.nanoTime() - PAUSE);
  private volatile long newest;

  WhatPeopleDid(AuditTrail trail) {
    this.trail = trail;
  }

  /** That number as it was when last looked at, without looking. */
  long known() {
    return newest;
  }

  /** A number that grows with each change; may look at the database. */
  long changes() {
    long last = lookedAt.get();
    long now = System.nanoTime();
    if (now - last >= PAUSE && lookedAt.compareAndSet(last, now)) {
      try {
        newest = trail.newest();
      } catch (DatabaseException e) {
        // The pages ask by themselves now and then, and say what is wrong.
        return newest;
      }
    }
    return newest;
  }
}
