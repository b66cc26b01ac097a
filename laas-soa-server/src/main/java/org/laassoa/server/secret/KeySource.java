package org.laassoa.server.secret;

/** Where a server's keys come from; what it says may change while the server runs. */
@FunctionalInterface
interface KeySource {

  /**
   * The keys as they are now.
   *
   * @throws IllegalStateException if they cannot be used, with a reason that shows no key
   */
  KeyRing read();
}
