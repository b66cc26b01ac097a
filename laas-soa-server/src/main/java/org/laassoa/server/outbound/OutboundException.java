package org.laassoa.server.outbound;

import org.laassoa.server.language.Message;

/** A call that was not answered; the message says why, for people, and never holds a credential. */
public abstract sealed class OutboundException extends RuntimeException
    permits OutboundRefusedException, OutboundFailedException {
  private static final long serialVersionUID = 1L;

  private final transient Message reason;

  OutboundException(Message reason) {
    super(reason.toString());
    this.reason = reason;
  }

  /** Why, as a sentence without a full stop: {@code The host refuses connections}. */
  public Message reason() {
    return reason;
  }
}
