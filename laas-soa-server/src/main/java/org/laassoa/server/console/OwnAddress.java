package org.laassoa.server.console;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where to go on: only ever to a page of this server, whatever the address says. */
final class OwnAddress {

  private static final URI START = URI.create("/");

  private OwnAddress() {}

  /** What was asked for if it is a path here, else the first page. */
  static URI of(@Nullable String asked) {
    if (asked == null || !asked.matches("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*")) {
      return START;
    }
    try {
      return URI.create(asked);
    } catch (IllegalArgumentException e) {
      return START;
    }
  }
}
