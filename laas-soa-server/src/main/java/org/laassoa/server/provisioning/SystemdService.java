package org.laassoa.server.provisioning;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.MachineFailure;
import org.laassoa.server.provisioning.ssh.RemoteCommand;
import org.laassoa.server.provisioning.ssh.SshFailure;

/**
 * A unit of systemd.
 *
 * @param files where things are
 */
record SystemdService(AgentFiles files) implements AgentService {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(90);
  private static final String INSTALL =
      """
      unit=/etc/systemd/system/$2
      cmp -s "$1" "$unit" || { cp "$1" "$unit.new" && chmod 644 "$unit.new" && mv -f "$unit.new" "$unit"; } || exit 1
      rm -f "$1"
      systemctl daemon-reload && systemctl enable "$2" 2>&1
      """;

  private static final String REMOVE =
      """
      systemctl disable "$1" 2>&1
      rm -f "/etc/systemd/system/$1"
      systemctl daemon-reload
      systemctl reset-failed "$1" 2>/dev/null
      true
      """;

  private static final String LAST_WORDS =
      """
      systemctl status --no-pager --lines=0 "$1" 2>&1
      journalctl --unit="$1" --lines=40 --no-pager --output=short-iso 2>&1
      """;

  @Override
  public void install(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    String unit = files.directory() + "/" + files.unit() + ".new";
    byte[] content =
        SystemdUnit.of(files, visit.facts().user(), visit.machine().agent().name())
            .getBytes(StandardCharsets.UTF_8);
    visit.session().write(unit, 0644, new ByteArrayInputStream(content), sent -> {});
    visit.say(
        visit.require(
            visit.asRoot(RemoteCommand.of(INSTALL, unit, files.unit())),
            MachineFailure.of(FailureCode.UNIT_NOT_INSTALLED)));
  }

  @Override
  public void start(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    visit.require(
        visit.asRoot(RemoteCommand.of("systemctl start \"$1\"", files.unit())),
        MachineFailure.of(FailureCode.UNIT_NOT_STARTED));
  }

  @Override
  public String pid(Visit visit) throws SshFailure, InterruptedException {
    // By root: others would need the message bus, which a small system may lack.
    String command = "systemctl show -p MainPID --value \"$1\"";
    String pid = visit.run(visit.asRoot(RemoteCommand.of(command, files.unit()))).output().strip();
    return pid.equals("0") ? "" : pid;
  }

  @Override
  public void stop(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    String stop =
        "[ \"$(systemctl show -p LoadState --value \"$1\")\" = not-found ]"
            + " || systemctl stop \"$1\"";
    visit.require(
        visit.asRoot(RemoteCommand.of(stop, files.unit()).within(STOP_LIMIT)),
        MachineFailure.of(FailureCode.UNIT_NOT_STOPPED));
  }

  @Override
  public void remove(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    visit.require(
        visit.asRoot(RemoteCommand.of(REMOVE, files.unit())),
        MachineFailure.of(FailureCode.UNIT_NOT_REMOVED));
  }

  @Override
  public String lastWords(Visit visit) throws SshFailure, InterruptedException {
    return visit.run(visit.asRoot(RemoteCommand.of(LAST_WORDS, files.unit()))).text();
  }
}
