package org.laassoa.server.provisioning;

import java.time.Duration;
import org.laassoa.server.provisioning.ssh.RemoteCommand;
import org.laassoa.server.provisioning.ssh.SshFailure;

/**
 * Has the agent make room for the next one: by SIGHUP it ends at once and leaves its builds
 * running, and the one that is started after it adopts them.
 */
final class HangUp {
  private static final Duration NEXT_WITHIN = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(300);

  private HangUp() {}

  /**
   * Notes on the machine that the agent is to make room, before what it runs with is changed: when
   * the connection is lost in between, the next operation knows it.
   */
  static void want(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    visit.require(
        RemoteCommand.of(": >\"$1\"", visit.files().stale()),
        "the agent's folder cannot be written",
        "Check who owns it, and that its disk is not full.");
  }

  /** Returns when the next one runs. */
  static void andAwaitNext(Visit visit, String pid)
      throws StepFailure, SshFailure, InterruptedException {
    visit.restarted();
    visit.require(
        RemoteCommand.of("kill -HUP \"$1\"", pid),
        "the running agent cannot be signalled",
        "It runs as another user: sign in as that one.");
    long deadline = System.nanoTime() + NEXT_WITHIN.toNanos();
    while (System.nanoTime() < deadline) {
      String next = visit.service().pid(visit);
      if (!next.isEmpty() && !next.equals(pid)) {
        visit.say("restarted: process %s after %s".formatted(next, pid));
        return;
      }
      Thread.sleep(LOOK);
    }
    visit.say(visit.service().lastWords(visit));
    throw new StepFailure(
        "no agent runs a minute after the former one was asked to make room",
        "The last lines of its log are in this step's output.");
  }
}
