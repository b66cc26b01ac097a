package org.laassoa.server.outbound;

import org.laassoa.server.language.Message;

/** The server does not make that call; it would not do so later either. */
public final class OutboundRefusedException extends OutboundException {
  private static final long serialVersionUID = 1L;

  OutboundRefusedException(Message reason) {
    super(reason);
  }
}
