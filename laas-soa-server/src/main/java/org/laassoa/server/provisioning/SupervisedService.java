package org.laassoa.server.provisioning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.MachineFailure;
import org.laassoa.server.provisioning.ssh.RemoteCommand;
import org.laassoa.server.provisioning.ssh.SshFailure;

/**
 * A small script that starts the agent again when it ends, for accounts that may not install units
 * and machines without systemd.
 *
 * @param files where things are
 */
record SupervisedService(AgentFiles files) implements AgentService {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(90);
  private static final byte[] SCRIPT = script();

  private static final String INSTALL =
      """
      mv -f "$1.new" "$1" || exit 1
      command -v crontab >/dev/null || { echo "no crontab: not started after a reboot"; exit 0; }
      { crontab -l 2>/dev/null | grep -v "# laas-agent $2\\$"
        echo "@reboot sh $1 start # laas-agent $2"; } | crontab - \
        || echo "crontab refuses: not started after a reboot"
      """;

  private static final String REMOVE =
      """
      rm -f "$1" "$1.new"
      command -v crontab >/dev/null || exit 0
      crontab -l 2>/dev/null | grep -q "# laas-agent $2\\$" || exit 0
      left=$(crontab -l | grep -v "# laas-agent $2\\$")
      if [ -n "$left" ]; then echo "$left" | crontab -; else crontab -r; fi
      """;

  @Override
  public void install(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    visit
        .session()
        .write(files.supervisor() + ".new", 0755, new ByteArrayInputStream(SCRIPT), sent -> {});
    visit.say(
        visit.require(
            RemoteCommand.of(INSTALL, files.supervisor(), files.directory()),
            MachineFailure.of(FailureCode.SUPERVISOR_NOT_INSTALLED)));
  }

  @Override
  public void start(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    visit.require(command("start"), MachineFailure.of(FailureCode.AGENT_NOT_STARTED));
  }

  @Override
  public String pid(Visit visit) throws SshFailure, InterruptedException {
    return visit.run(command("pid")).output().strip();
  }

  @Override
  public void stop(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    visit.require(
        command("stop").within(STOP_LIMIT), MachineFailure.of(FailureCode.AGENT_NOT_STOPPED));
  }

  @Override
  public void remove(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    visit.require(
        RemoteCommand.of(REMOVE, files.supervisor(), files.directory()),
        MachineFailure.of(FailureCode.SUPERVISOR_NOT_REMOVED));
  }

  @Override
  public String lastWords(Visit visit) throws SshFailure, InterruptedException {
    return visit
        .run(RemoteCommand.of("tail -n 40 \"$1/agent.log\" 2>&1", files.directory()))
        .text();
  }

  private RemoteCommand command(String verb) {
    return RemoteCommand.of("[ ! -e \"$1\" ] || sh \"$1\" \"$2\"", files.supervisor(), verb);
  }

  private static byte[] script() {
    try (InputStream script =
        Objects.requireNonNull(
            SupervisedService.class.getResourceAsStream("supervise.sh"), "supervise.sh")) {
      return script.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
