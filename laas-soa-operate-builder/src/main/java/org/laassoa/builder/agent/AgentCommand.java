package org.laassoa.builder.agent;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. */
@TopCommand
@Command(
    name = "laas-agent",
    mixinStandardHelpOptions = true,
    versionProvider = AgentVersion.class,
    description = "Takes builds from a laas-soa server and runs them on this machine.",
    subcommands = {DoctorCommand.class, RunOnceCommand.class},
    footer = {
      "",
      "Each option may also be given in the environment, LAAS_PICK_UP for --pick-up",
      "(LAAS_JOIN keeps the join token off the command line), or as a line of the",
      "file of --config, such as server=http://build.example:8080",
      "",
      "SIGTERM and SIGINT: takes nothing more, lets builds end within --grace, gives",
      "back the rest; a second one: gives back at once. SIGHUP: ends now and leaves",
      "what runs to the next start in the same root, which goes on with it.",
      "",
      "Exit codes: 0 ended as it was told to, 1 this machine lacks something, 2 wrong",
      "options, 3 the server refuses the agent's token, 75 start me again (SIGHUP)."
    })
public class AgentCommand implements Callable<Integer> {

  private final AgentVersion version;
  private final RunningAgent running;

  @Spec @Nullable CommandSpec spec;
  @Mixin SettingsOptions options = new SettingsOptions();

  /** The command, with what it hands to the agent. */
  public AgentCommand(AgentVersion version, RunningAgent running) {
    this.version = version;
    this.running = running;
  }

  @Override
  public Integer call() {
    return StartFailure.said(
        () -> running.run(SettingsOptions.read(Objects.requireNonNull(spec)), version.number()));
  }
}
