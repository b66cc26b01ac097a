package org.laassoa.server.provisioning;

import java.time.Duration;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.MachineFailure;
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
        MachineFailure.of(FailureCode.FOLDER_NOT_WRITTEN));
  }

  /** Returns when the next one runs. */
  static void andAwaitNext(Visit visit, String pid)
      throws StepFailure, SshFailure, InterruptedException {
    visit.restarted();
    visit.require(
        RemoteCommand.of("kill -HUP \"$1\"", pid),
        MachineFailure.of(FailureCode.AGENT_NOT_SIGNALLED));
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
    throw new StepFailure(MachineFailure.of(FailureCode.NO_NEXT_AGENT));
  }
}
