package org.laassoa.endtoend.bench.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The server answered in another way than the load expects; the figures would mean nothing. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private Refused(String message) {
    super(message);
  }

  static Refused because(int status, ByteBuffer body) {
    return new Refused("answered with " + status + ": " + StandardCharsets.UTF_8.decode(body));
  }
}
