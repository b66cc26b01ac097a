package org.laassoa.server.console.administration;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.audit.AuditFilter;
import org.laassoa.server.audit.AuditTrail;
import org.laassoa.server.console.history.Meanwhile;
import org.laassoa.server.console.history.Watched;
import org.laassoa.server.people.UserView;
import org.laassoa.server.people.Users;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/**
 * Finds what became of a user since a form was filled from them. Users have no history of their
 * own: who changed one is in the audit trail.
 */
@ApplicationScoped
class ChangedUsers {

  private static final int NEWEST = 20;
  private static final int REFUSED = 400;

  private final Users users;
  private final AuditTrail trail;

  ChangedUsers(Users users, AuditTrail trail) {
    this.users = users;
    this.trail = trail;
  }

  /** The version of a user: differs from change to change. */
  static String version(UserView user) {
    return user.updatedAt().toString();
  }

  /** What became of the user of that name. */
  Meanwhile since(String name, Watched watched) {
    try {
      return version(users.get(name)).equals(watched.filled())
          ? Meanwhile.nothing(watched)
          : Meanwhile.changed(watched, last(name));
    } catch (ProblemException e) {
      if (e.type() == ProblemType.NOT_FOUND) {
        return Meanwhile.deleted(watched, last(name));
      }
      throw e;
    }
  }

  private Meanwhile.@Nullable Last last(String name) {
    String subject = "users/" + name;
    return trail.list(AuditFilter.of(null, null, subject, null, null), 0, NEWEST).stream()
        .filter(event -> event.status() < REFUSED && event.subject().equals(subject))
        .findFirst()
        .map(event -> new Meanwhile.Last(event.actor(), event.at()))
        .orElse(null);
  }
}
