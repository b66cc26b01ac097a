package org.laassoa.server.provisioning;

import java.time.Duration;
import org.laassoa.server.provisioning.ssh.RemoteCommand;
import org.laassoa.server.provisioning.ssh.SshFailure;

/** Fetches what helps to find out what is wrong; secrets are taken out of it. */
final class Diagnose implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final String DISK =
      """
      echo "--- disk"
      df -Ph "$1" 2>&1
      df -Pi "$1" 2>&1
      echo "--- files"
      ls -la "$1" "$1/packages" 2>&1
      echo "--- settings"
      grep -v -e '^join' "$1/agent.properties" 2>&1
      echo "--- processes"
      ps -eo pid,ppid,user,etime,rss,args 2>/dev/null | grep -F "$1" | grep -v grep
      true
      """;

  private static final String DOCTOR =
      "timeout 60 \"$1\" doctor --config \"$2\" </dev/null 2>&1; echo \"it ended with $?\"";

  @Override
  public String name() {
    return "diagnose";
  }

  @Override
  public void run(Visit visit) throws SshFailure, InterruptedException {
    AgentFiles files = visit.files();
    String pid = visit.service().pid(visit);
    visit.say("--- agent\n" + (pid.isEmpty() ? "does not run" : "runs as process " + pid));
    visit.say("--- its last words\n" + visit.service().lastWords(visit));
    visit.say(visit.run(RemoteCommand.of(DISK, files.directory())).text());
    visit.say(
        "--- doctor\n"
            + visit
                .run(RemoteCommand.of(DOCTOR, files.executable(), files.settings()).within(LIMIT))
                .text());
  }
}
