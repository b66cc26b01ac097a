package org.laassoa.builder.agent;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line. */
@TopCommand
@Command(
    name = "laas-agent",
    mixinStandardHelpOptions = true,
    versionProvider = AgentVersion.class,
    description = "Takes builds from a laas-soa server and runs them on this machine.",
    footer = {
      "",
      "Each option may also be given in the environment, LAAS_PICK_UP for --pick-up",
      "(LAAS_JOIN keeps the join token off the command line), or as a line of the",
      "file of --config, such as server=http://build.example:8080",
      "",
      "Exit codes: 0 stopped, 1 this machine lacks something, 2 wrong options,",
      "3 the server refuses the agent's token."
    })
public class AgentCommand implements Callable<Integer> {

  /** Every setting's name: option, property of the config file, and after LAAS_ the variable. */
  static final List<String> SETTINGS =
      List.of(
          "server",
          "join",
          "name",
          "actions",
          "capacity",
          "root",
          "executor",
          "pick-up",
          "min-free-disk",
          "config");

  private final AgentVersion version;
  private final RunningAgent running;

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--server", paramLabel = "URL", description = "The server's address.")
  @Nullable String server;

  @Option(
      names = "--join",
      paramLabel = "TOKEN",
      description = "A join token, for the first start; an administrator makes them.")
  @Nullable String join;

  @Option(names = "--name", paramLabel = "NAME", description = "Default: this host's name.")
  @Nullable String name;

  @Option(
      names = "--actions",
      paramLabel = "TYPES",
      description = "The action types to take, with commas between them. Default: all.")
  @Nullable String actions;

  @Option(names = "--capacity", paramLabel = "N", description = "Builds at once. Default: 1.")
  @Nullable String capacity;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "The folder for sources, caches and logs. Default: ~/.laas-soa-agent.")
  @Nullable String root;

  @Option(
      names = "--executor",
      paramLabel = "KIND",
      description = "auto, docker or process (nothing is isolated). Default: auto.")
  @Nullable String executor;

  @Option(
      names = "--pick-up",
      paramLabel = "WAY",
      description =
          "How to learn of work: doorbell, held_poll, poll, or auto, the best that works. Default:"
              + " auto.")
  @Nullable String pickUp;

  @Option(
      names = "--min-free-disk",
      paramLabel = "SIZE",
      description =
          "Take no work while less of the disk is free, such as 500M or 2G. Default: 1G, or a"
              + " twentieth of a disk smaller than 20G.")
  @Nullable String minFreeDisk;

  @Option(names = "--config", paramLabel = "FILE", description = "A properties file of these.")
  @Nullable String config;

  /** The command, with what it hands to the agent. */
  public AgentCommand(AgentVersion version, RunningAgent running) {
    this.version = version;
    this.running = running;
  }

  @Override
  public Integer call() {
    try {
      Settings settings =
          SettingsReader.read(
              given(), System.getenv(), Path.of(System.getProperty("user.home", ".")));
      return running.run(settings, version.number());
    } catch (StartFailure failure) {
      System.err.println("laas-agent: " + failure.getMessage());
      return failure.exitCode();
    }
  }

  private Map<String, String> given() {
    return Objects.requireNonNull(spec).options().stream()
        .filter(option -> option.getValue() instanceof String)
        .collect(
            Collectors.toMap(
                option -> option.longestName().substring(2),
                option -> option.<String>getValue(),
                (first, second) -> second));
  }
}
