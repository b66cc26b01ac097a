package org.laassoa.server.provisioning;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.MachineFacts;
import org.laassoa.server.machine.MachineFailure;

/** Decides whether an agent can be installed there, and which one. */
final class Check implements Step {
  private static final Pattern GLIBC = Pattern.compile("2\\.([0-9]{1,3}).*");
  private static final long TOO_FAR = 60;
  private static final long MIB = 1024 * 1024;

  @Override
  public String name() {
    return "check";
  }

  @Override
  public void run(Visit visit) throws StepFailure {
    MachineFacts facts = visit.facts();
    AgentBinary binary = visit.tools().binaries().of(facts);
    checkLibrary(facts, binary);
    if (facts.diskFreeBytes() < binary.neededSpace()) {
      throw new StepFailure(
          MachineFailure.of(FailureCode.DISK_FULL)
              .with("directory", facts.directory())
              .with("free", facts.diskFreeBytes() / MIB)
              .with("needed", binary.neededSpace() / MIB));
    }
    visit.chose(binary);
    visit.say("to install: %s, %d MiB".formatted(binary.file().getFileName(), binary.size() / MIB));
    warn(visit, facts);
  }

  private static void checkLibrary(MachineFacts facts, AgentBinary binary) throws StepFailure {
    Integer needed = binary.minorOfGlibc();
    if (needed == null) {
      return;
    }
    if (facts.glibc() == null) {
      throw new StepFailure(MachineFailure.of(FailureCode.NO_GLIBC).with("needed", "2." + needed));
    }
    Matcher has = GLIBC.matcher(facts.glibc());
    if (has.matches() && Integer.parseInt(has.group(1)) < needed) {
      throw new StepFailure(
          MachineFailure.of(FailureCode.OLD_GLIBC)
              .with("glibc", facts.glibc())
              .with("needed", "2." + needed));
    }
  }

  /** What does not keep the agent from running, but may surprise. */
  private static void warn(Visit visit, MachineFacts facts) {
    if (Math.abs(facts.clockOffsetSeconds()) > TOO_FAR) {
      visit.say(
          "warning: its clock differs from the server's by %d s: synchronize it"
              .formatted(facts.clockOffsetSeconds()));
    }
    if (facts.engine() == null) {
      visit.say("warning: no container engine: builds run as plain processes, without isolation");
    }
    if (!facts.mayInstallUnits()) {
      visit.say("no unit of systemd can be installed: a script keeps the agent running");
    }
  }
}
