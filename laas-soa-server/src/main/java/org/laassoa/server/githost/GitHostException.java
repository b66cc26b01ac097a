package org.laassoa.server.githost;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.language.Message;

/** A git host did not do what it was asked for; the message says why, for people. */
public final class GitHostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of failure it is. */
  public enum Kind {
    /** The token is wrong or lacks a right: a person has to change something. */
    NOT_ALLOWED,
    /** There is no such repository, commit or hook, or the token may not see it. */
    NOT_FOUND,
    /** The host refuses what it was sent. */
    REFUSED,
    /** It did not answer, or has a fault of its own: it may later. */
    UNAVAILABLE
  }

  private final Kind kind;
  private final transient Message reason;
  private final @Nullable Integer status;
  private final transient @Nullable Duration patience;

  /**
   * A failure.
   *
   * @param kind what kind of failure it is
   * @param reason in words, without a credential
   * @param status the HTTP status, or null where nothing came back
   * @param patience how long the host wants to be left alone, or null
   */
  public GitHostException(
      Kind kind, Message reason, @Nullable Integer status, @Nullable Duration patience) {
    super(reason.toString());
    this.kind = kind;
    this.reason = reason;
    this.status = status;
    this.patience = patience;
  }

  /** What kind of failure it is. */
  public Kind kind() {
    return kind;
  }

  /** Why, for people. */
  public Message reason() {
    return reason;
  }

  /** The HTTP status, or null where nothing came back. */
  public @Nullable Integer status() {
    return status;
  }

  /** How long the host wants to be left alone. */
  public Optional<Duration> patience() {
    return Optional.ofNullable(patience);
  }
}
