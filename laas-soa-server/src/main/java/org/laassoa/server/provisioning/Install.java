package org.laassoa.server.provisioning;

import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.MachineFailure;
import org.laassoa.server.provisioning.ssh.RemoteCommand;
import org.laassoa.server.provisioning.ssh.SshFailure;

/** Makes the uploaded executable the one that is used, and installs what keeps it running. */
final class Install implements Step {

  /** Prints a line where the link leads somewhere else than before; it is never missing. */
  private static final String SWITCH =
      """
      cd "$1" || exit 1
      [ "$(readlink current)" != "packages/$2" ] || exit 0
      : >"$3" || exit 1
      rm -f current.new && ln -s "packages/$2" current.new && mv -Tf current.new current || exit 1
      echo switched
      """;

  @Override
  public String name() {
    return "install";
  }

  @Override
  public void run(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    String switched =
        visit.require(
            RemoteCommand.of(
                SWITCH,
                visit.files().directory(),
                visit.binary().shortName(),
                visit.files().stale()),
            MachineFailure.of(FailureCode.EXECUTABLE_NOT_PLACED)
                .with("directory", visit.files().directory()));
    if (!switched.isEmpty()) {
      visit.say("the new executable is in place");
    }
    visit.service().install(visit);
  }
}
