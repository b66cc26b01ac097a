package org.laassoa.server.outbound;

import java.net.URI;

/** The port of an http or https address. */
final class Port {
  private Port() {}

  /** As written, or the scheme's own. */
  static int of(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }
}
