package org.laassoa.builder.agent;

import sun.misc.Signal;

/**
 * The signals that end an agent. They take the place of the JVM's own handling, under which the
 * process would be gone before its builds could end; works in the native executable too.
 */
final class EndSignals {

  /** How a process ends that is to be started again: {@code EX_TEMPFAIL} of sysexits(3). */
  static final int START_AGAIN = 75;

  private EndSignals() {}

  /**
   * Listens from now on.
   *
   * @param end for SIGTERM and SIGINT, each time
   * @param leave for SIGHUP, unless the process was started with it ignored, as nohup(1) does
   */
  static void listen(Runnable end, Runnable leave) {
    Signal.handle(new Signal("TERM"), signal -> end.run());
    Signal.handle(new Signal("INT"), signal -> end.run());
    Signal.handle(new Signal("HUP"), signal -> leave.run());
  }
}
