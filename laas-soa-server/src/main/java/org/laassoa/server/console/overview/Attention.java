package org.laassoa.server.console.overview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person should look at.
 *
 * @param kind what is wrong, a word that the page's language has a sentence for
 * @param subject what it is about
 * @param link where to look
 * @param detail more about it, as the server or an agent says it; empty for nothing
 * @param since since when, or null where that is not known
 */
public record Attention(
    Kind kind, String subject, String link, String detail, @Nullable Instant since) {

  /** What is wrong. */
  public enum Kind {
    /** No agent has joined, or all have been removed. */
    NO_AGENT,
    /** An agent has not been heard of. */
    AGENT_OFFLINE,
    /** An agent takes nothing, and says why. */
    AGENT_NOT_TAKING,
    /** An agent is too old to be given work. */
    AGENT_TOO_OLD,
    /** A machine shows another host key than the one that was confirmed. */
    MACHINE_KEY_CHANGED,
    /** What was to be done on a machine could not be done. */
    MACHINE_FAILED,
    /** Builds wait that no agent takes. */
    BUILDS_STUCK,
    /** A project's main branch fails. */
    PROJECT_FAILING,
    /** A webhook could not be told of builds. */
    WEBHOOK_FAILING,
    /** A git host could not be told of builds. */
    STATUS_FAILING,
    /** Something else could not be told. */
    DELIVERY_FAILING;

    /** As in style sheets: whether it hinders, or only may. */
    public String severity() {
      return switch (this) {
        case NO_AGENT, BUILDS_STUCK, PROJECT_FAILING, MACHINE_KEY_CHANGED -> "failed";
        case AGENT_OFFLINE,
            AGENT_NOT_TAKING,
            AGENT_TOO_OLD,
            MACHINE_FAILED,
            WEBHOOK_FAILING,
            STATUS_FAILING,
            DELIVERY_FAILING ->
            "warning";
      };
    }
  }

  /** Whether it is about an operation on a machine; then the detail is the operation's kind. */
  public boolean isOfOperation() {
    return kind == Kind.MACHINE_FAILED;
  }
}
