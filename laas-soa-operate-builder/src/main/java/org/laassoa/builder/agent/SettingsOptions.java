package org.laassoa.builder.agent;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.Cache;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The settings as options, the same for every command. */
class SettingsOptions {

  /** Every setting's name: option, property of the config file, and after LAAS_ the variable. */
  static final List<String> NAMES =
      List.of(
          "server",
          "join",
          "name",
          "actions",
          "labels",
          "capacity",
          "root",
          "executor",
          "pick-up",
          "grace",
          "min-free-disk",
          "disk-high",
          "disk-low",
          "max-workspaces",
          "max-dependency-lib",
          "max-images",
          "config");

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

  @Option(
      names = "--labels",
      paramLabel = "LABELS",
      description =
          "What this machine has, for projects that require it: gpu,disk=fast. The agent adds os,"
              + " arch, executor and docker by itself.")
  @Nullable String labels;

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
      names = "--grace",
      paramLabel = "SECONDS",
      description =
          "How long builds may go on after SIGTERM before they are given back. Default: 8.")
  @Nullable String grace;

  @Option(
      names = "--min-free-disk",
      paramLabel = "SIZE",
      description =
          "Take no work while less of the disk is free, such as 500M or 2G. Default: 1G, or a"
              + " twentieth of a disk smaller than 20G.")
  @Nullable String minFreeDisk;

  @Option(
      names = "--disk-high",
      paramLabel = "PERCENT",
      description = "Empty caches when more of the disk is used. Default: 85.")
  @Nullable String diskHigh;

  @Option(
      names = "--disk-low",
      paramLabel = "PERCENT",
      description = "Empty them until no more of the disk is used. Default: 75.")
  @Nullable String diskLow;

  @Option(
      names = "--max-workspaces",
      paramLabel = "SIZE",
      description = "What the checkouts of branches may take. Default: no limit.")
  @Nullable String maxWorkspaces;

  @Option(
      names = "--max-dependency-lib",
      paramLabel = "SIZE",
      description = "What the shared caches of build tools may take. Default: no limit.")
  @Nullable String maxDependencyLib;

  @Option(
      names = "--max-images",
      paramLabel = "SIZE",
      description = "What the images that this agent made may take. Default: no limit.")
  @Nullable String maxImages;

  @Option(names = "--config", paramLabel = "FILE", description = "A properties file of these.")
  @Nullable String config;

  /** The name of the setting that limits a cache; null for one that needs no limit. */
  static @Nullable String limitOf(Cache cache) {
    return switch (cache) {
      case WORKSPACES -> "max-workspaces";
      case DEPENDENCY_LIB -> "max-dependency-lib";
      case IMAGES -> "max-images";
      case CONTAINERS -> null;
    };
  }

  /**
   * The settings of this process.
   *
   * @param command the command that was called; options may also stand before its name
   */
  static Settings read(CommandSpec command) throws StartFailure {
    Map<String, String> given = new HashMap<>();
    for (CommandSpec at = command; at != null; at = at.parent()) {
      at.options().stream()
          .filter(option -> option.getValue() instanceof String)
          .filter(option -> NAMES.contains(option.longestName().substring(2)))
          .forEach(
              option -> given.putIfAbsent(option.longestName().substring(2), option.getValue()));
    }
    return SettingsReader.read(
        given, System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }
}
