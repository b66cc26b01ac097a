package org.laassoa.server.provisioning;

import java.time.Duration;
import java.util.Optional;
import org.laassoa.server.agent.MachineAgent;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.MachineFailure;
import org.laassoa.server.provisioning.ssh.RemoteCommand;
import org.laassoa.server.provisioning.ssh.SshFailure;

/** Waits until the agent has polled this server, and tidies up behind it. */
final class AwaitOnline implements Step {
  private static final Duration LOOK = Duration.ofMillis(500);

  /** What was seen is written up to a second after it happened: as long as that it may be old. */
  private static final Duration WRITTEN_LATE = Duration.ofMillis(1200);

  private static final Duration ONLINE = Duration.ofSeconds(10);

  private static final String TIDY =
      """
      cd "$1/packages" || exit 0
      for package in *; do
        [ "packages/$package" = "$(readlink ../current)" ] || rm -rf "$package"
      done
      rm -f ../upload.part
      """;

  @Override
  public String name() {
    return "online";
  }

  @Override
  public void run(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    long begun = System.nanoTime();
    String version =
        visit.run(RemoteCommand.of("cat \"$1/version\"", visit.files().current())).output().strip();
    long limit = visit.tools().config().provisioning().online().toNanos();
    while (System.nanoTime() - begun < limit) {
      Optional<MachineAgent> agent = visit.tools().agents().ofMachine(visit.machine().id());
      if (agent.isPresent() && isOnline(visit, agent.get(), version, begun)) {
        visit.say("agent %d is online, version %s".formatted(agent.get().id(), version));
        forgetJoinToken(visit);
        visit.run(RemoteCommand.of(TIDY, visit.files().directory()));
        return;
      }
      Thread.sleep(LOOK);
    }
    throw offline(visit, limit);
  }

  private static boolean isOnline(Visit visit, MachineAgent agent, String version, long begun) {
    Duration silence = agent.silence();
    if (silence == null || !version.equals(agent.version())) {
      return false;
    }
    Duration fresh =
        visit.hasRestarted()
            ? Duration.ofNanos(System.nanoTime() - begun).minus(WRITTEN_LATE)
            : ONLINE;
    return silence.compareTo(fresh) < 0;
  }

  /** It has been used up: it need not lie around. */
  private static void forgetJoinToken(Visit visit)
      throws StepFailure, SshFailure, InterruptedException {
    String hasToken = "grep -q '^join=' \"$1\"";
    if (visit.run(RemoteCommand.of(hasToken, visit.files().settings())).succeeded()) {
      Configure.write(
          visit,
          AgentProperties.of(
              visit.machine().agent(), Configure.server(visit), visit.files(), null));
    }
  }

  private static StepFailure offline(Visit visit, long limit)
      throws StepFailure, SshFailure, InterruptedException {
    boolean runs = !visit.service().pid(visit).isEmpty();
    visit.say(visit.service().lastWords(visit));
    return new StepFailure(
        MachineFailure.of(runs ? FailureCode.ONLINE_NOT_HEARD : FailureCode.ONLINE_NOT_RUNNING)
            .with("seconds", Duration.ofNanos(limit).toSeconds())
            .with("server", Configure.server(visit)));
  }
}
