package org.laassoa.server.outbound;

/** An answer is longer than its caller reads. */
final class TooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
