package org.laassoa.builder.agent;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** For hosts that are made for one build and thrown away after it. */
@Command(
    name = "run-once",
    mixinStandardHelpOptions = true,
    description = "Takes one action, does it, reports it and ends.",
    footer = {
      "",
      "Exit codes: 0 the action was reported, however it ended; 4 nothing came within",
      "--wait; the others as without run-once."
    })
public class RunOnceCommand implements Callable<Integer> {

  private final AgentVersion version;
  private final RunningAgent running;

  @Spec @Nullable CommandSpec spec;
  @Mixin SettingsOptions options = new SettingsOptions();

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "How long to wait for an action. Default: for ever.")
  @Nullable Integer waitSeconds;

  /** The command, with what it hands to the agent. */
  public RunOnceCommand(AgentVersion version, RunningAgent running) {
    this.version = version;
    this.running = running;
  }

  @Override
  public Integer call() {
    Duration wait = waitSeconds == null ? null : Duration.ofSeconds(Math.max(0, waitSeconds));
    return StartFailure.said(
        () ->
            running.runOnce(
                SettingsOptions.read(Objects.requireNonNull(spec)).one(), version.number(), wait));
  }
}
