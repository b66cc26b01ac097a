package org.laassoa.server.provisioning.ssh;

/** A session that could not be had, or was lost; the message is for the people who asked for it. */
public final class SshFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** How the message begins when the host shows another key than the pinned one. */
  public static final String HOST_KEY_CHANGED = "the host key has changed";

  private final String advice;

  /**
   * A failure.
   *
   * @param message what happened, without any secret
   * @param advice what a person can do about it
   */
  public SshFailure(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /** What a person can do about it. */
  public String advice() {
    return advice;
  }
}
