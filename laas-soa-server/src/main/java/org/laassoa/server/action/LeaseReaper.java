package org.laassoa.server.action;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Looks every second for actions whose owner has gone silent, and takes them back. */
@ApplicationScoped
class LeaseReaper {

  private static final Logger LOG = Logger.getLogger(LeaseReaper.class);

  private final ActionQueue queue;

  LeaseReaper(ActionQueue queue) {
    this.queue = queue;
  }

  void onStart(@Observes StartupEvent event) {
    queue.grantGrace();
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void reap() {
    int reaped = queue.reap();
    if (reaped > 0) {
      LOG.infof("took back %d actions whose agents have gone silent", reaped);
    }
  }
}
