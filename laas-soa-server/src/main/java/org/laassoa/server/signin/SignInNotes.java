package org.laassoa.server.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.laassoa.server.audit.AuditEvent;
import org.laassoa.server.audit.AuditTrail;
import org.laassoa.server.database.DatabaseException;

/**
 * Notes sign-ins in the audit trail, the same one only so often: programs sign in with each
 * request, and those who guess should not fill a disk. A name that nobody has is not noted: it may
 * be a password that was typed into the wrong field.
 */
@ApplicationScoped
class SignInNotes {

  private static final Logger LOG = Logger.getLogger(SignInNotes.class);

  private static final String ACTION = "signIn";
  private static final Duration GOOD_EVERY = Duration.ofHours(1);
  private static final Duration BAD_EVERY = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private final AuditTrail trail;
  private final Clock clock;
  private final Map<Note, Instant> noted =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Note, Instant> eldest) {
          return size() > MOST;
        }
      };

  SignInNotes(AuditTrail trail, Clock clock) {
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * What happened.
   *
   * @param user who it is, or empty where no user is known
   * @param address where the request was from
   * @param shown what was shown: password or token
   * @param status how it was answered
   */
  record Note(String user, String address, String shown, int status) {}

  /** Notes it, unless the same was noted not long ago. */
  void note(Note note) {
    Instant now = clock.instant();
    if (!isDue(note, now)) {
      return;
    }
    try {
      trail.record(
          AuditEvent.of(now, note.user(), note.address(), ACTION, note.shown(), note.status()));
    } catch (DatabaseException e) {
      LOG.errorf(e, "not in the audit trail: %s", note);
    }
  }

  private synchronized boolean isDue(Note note, Instant now) {
    Instant last = noted.get(note);
    Duration pause = note.status() < 400 ? GOOD_EVERY : BAD_EVERY;
    if (last != null && now.isBefore(last.plus(pause))) {
      return false;
    }
    noted.remove(note);
    noted.put(note, now);
    return true;
  }
}
