package org.laassoa.server.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.MachineFailure;
import org.laassoa.server.provisioning.ssh.RemoteCommand;
import org.laassoa.server.provisioning.ssh.SshFailure;

/**
 * Brings the agent's executable into a folder of its own, which appears when it is whole, and has
 * been started once to see that it runs there.
 */
final class Upload implements Step {
  private static final Duration UNPACK_LIMIT = Duration.ofMinutes(3);

  private static final String MAKE_DIRECTORY =
      """
      [ -d "$1" ] && [ -z "$(ls -A "$1")" ] || [ ! -e "$1" ] \\
        || { echo "$1 is there, not empty, and not writable for $2"; exit 1; }
      mkdir -p "$1" && chown "$2" "$1"
      """;

  private static final String IS_THERE =
      """
      [ -x "$1/laas-agent/bin/laas-agent" ] && [ -s "$1/version" ] || exit 1
      [ -z "$2" ] || [ "$(sha256sum "$1/laas-agent/bin/laas-agent" | cut -c1-64)" = "$2" ]
      """;

  private static final String CLEAN =
      """
      mkdir -p "$1/packages" && rm -rf "$1"/upload.part "$1"/packages/*.part
      """;

  private static final String VERIFY =
      """
      sum=$(sha256sum "$1" | cut -c1-64)
      [ "$sum" = "$2" ] || { echo "it has SHA-256 $sum instead of $2"; exit 1; }
      """;

  private static final String PLACE =
      """
      set -e
      mkdir -p "$2.part/laas-agent/bin"
      if [ "$3" = archive ]; then
        tar -xzf "$1" -C "$2.part"
        rm -f "$1"
      else
        mv -f "$1" "$2.part/laas-agent/bin/laas-agent"
      fi
      chmod 755 "$2.part/laas-agent/bin/laas-agent"
      "$2.part/laas-agent/bin/laas-agent" --version </dev/null >"$2.part/printed" 2>&1 \\
        || { cat "$2.part/printed"; rm -rf "$2.part"; exit 1; }
      sed -n 's/^laas-agent //p' "$2.part/printed" | head -n 1 >"$2.part/version"
      rm -rf "$2.part/printed" "$2"
      mv "$2.part" "$2"
      cat "$2/version"
      """;

  @Override
  public String name() {
    return "upload";
  }

  @Override
  public void run(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    AgentFiles files = visit.files();
    AgentBinary binary = visit.binary();
    makeDirectory(visit, files.directory());
    String content = binary.archive() ? "" : binary.sha256();
    if (visit.run(RemoteCommand.of(IS_THERE, files.packageOf(binary), content)).succeeded()) {
      visit.say("the same executable is there already");
      return;
    }
    visit.require(
        RemoteCommand.of(CLEAN, files.directory()),
        MachineFailure.of(FailureCode.FOLDER_NOT_USED).with("directory", files.directory()));
    send(visit, binary, files.upload());
    visit.require(
        RemoteCommand.of(VERIFY, files.upload(), binary.sha256()),
        MachineFailure.of(FailureCode.UPLOAD_DAMAGED));
    String version =
        visit.require(
            RemoteCommand.of(
                    PLACE,
                    files.upload(),
                    files.packageOf(binary),
                    binary.archive() ? "archive" : "executable")
                .within(UNPACK_LIMIT),
            MachineFailure.of(FailureCode.AGENT_DOES_NOT_RUN));
    visit.say("uploaded, and it runs: version " + version);
  }

  private static void makeDirectory(Visit visit, String directory)
      throws StepFailure, SshFailure, InterruptedException {
    if (visit.run(RemoteCommand.of("[ -d \"$1\" ] && [ -w \"$1\" ]", directory)).succeeded()) {
      return;
    }
    visit.require(
        visit.asRoot(RemoteCommand.of(MAKE_DIRECTORY, directory, visit.facts().user())),
        MachineFailure.of(FailureCode.FOLDER_NOT_MADE));
    visit.say("made " + directory);
  }

  private static void send(Visit visit, AgentBinary binary, String path)
      throws StepFailure, SshFailure, InterruptedException {
    Quarters quarters = new Quarters(visit, binary.size());
    try (InputStream content = Files.newInputStream(binary.file())) {
      visit.session().write(path, 0600, content, quarters::sent);
    } catch (IOException e) {
      throw new StepFailure(
          MachineFailure.of(FailureCode.AGENT_UNREADABLE)
              .with("said", String.valueOf(e.getMessage())));
    }
  }

  /** Says how far the upload is, four times. */
  private static final class Quarters {
    private final Visit visit;
    private final long size;
    private long told;

    private Quarters(Visit visit, long size) {
      this.visit = visit;
      this.size = size;
    }

    private void sent(long bytes) {
      long quarter = size == 0 ? 0 : bytes * 4 / size;
      if (quarter > told) {
        told = quarter;
        visit.say("%d %% of %d bytes sent".formatted(quarter * 25, size));
      }
    }
  }
}
