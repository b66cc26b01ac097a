package org.laassoa.builder.build;

/** Tells the server of the steps that builds are in. */
@FunctionalInterface
public interface Announcement {

  /**
   * Waits until the server has answered to what is so now: with this returned, and the build not
   * stopped, the server knows the build's step, and that the attempt is this agent's.
   *
   * @throws InterruptedException when the build is stopped meanwhile
   */
  void await() throws InterruptedException;

  /** Has the server told soon; nobody waits for it. */
  default void soon() {}
}
