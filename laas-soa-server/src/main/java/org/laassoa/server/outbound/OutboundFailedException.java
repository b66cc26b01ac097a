package org.laassoa.server.outbound;

import org.laassoa.server.language.Message;

/** There was no answer, or none that can be used; another time there may be. */
public final class OutboundFailedException extends OutboundException {
  private static final long serialVersionUID = 1L;

  OutboundFailedException(Message reason) {
    super(reason);
  }
}
