package org.laassoa.server.audit;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail. It never holds a secret.
 *
 * @param id its number, in the order of the trail; 0 before it is stored
 * @param at when it happened
 * @param actor the user; empty where nobody was signed in
 * @param address where the call came from, or null where it is not known
 * @param action the operation's id, such as {@code putGitServer}, or {@code signIn} and the like
 * @param subject what it is about: the path below {@code /api}, such as {@code git-servers/gitea}
 * @param status the HTTP status of the answer: what was refused is in the trail too
 * @param detail more in words, or null
 */
@Schema(name = "AuditEvent")
@JsonNaming(SnakeCaseStrategy.class)
public record AuditEvent(
    long id,
    Instant at,
    String actor,
    @Nullable String address,
    String action,
    String subject,
    int status,
    @Nullable String detail) {

  private static final int MOST_TEXT = 500;

  /** Cuts what a caller could make long, and takes out what PostgreSQL does not keep. */
  public AuditEvent {
    actor = kept(actor);
    subject = kept(subject);
    detail = detail == null ? null : kept(detail);
  }

  /** An event that is to be stored. */
  public static AuditEvent of(
      Instant at,
      String actor,
      @Nullable String address,
      String action,
      String subject,
      int status) {
    return new AuditEvent(0, at, actor, address, action, subject, status, null);
  }

  /** The same with more in words. */
  public AuditEvent with(String words) {
    return new AuditEvent(id, at, actor, address, action, subject, status, words);
  }

  private static String kept(String text) {
    String clean = text.replace('\0', '?');
    return clean.length() <= MOST_TEXT ? clean : clean.substring(0, MOST_TEXT) + "…";
  }
}
