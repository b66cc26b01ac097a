package org.laassoa.server.outbound;

/** A call that was not answered; the message says why, for people, and never holds a credential. */
public abstract sealed class OutboundException extends RuntimeException
    permits OutboundRefusedException, OutboundFailedException {
  private static final long serialVersionUID = 1L;

  OutboundException(String reason) {
    super(reason);
  }

  /** Why, as a sentence without a full stop: {@code The host refuses connections}. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
