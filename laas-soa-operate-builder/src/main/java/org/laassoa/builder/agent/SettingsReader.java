package org.laassoa.builder.agent;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.disk.ByteSize;
import org.laassoa.builder.disk.DiskRules;
import org.laassoa.wire.ActionType;
import org.laassoa.wire.Cache;

/**
 * Puts the settings together: the command line wins over the environment ({@code LAAS_SERVER} for
 * {@code --server}, {@code LAAS_PICK_UP} for {@code --pick-up}), that over the file given with
 * {@code --config} ({@code server=…}), that over the defaults.
 */
final class SettingsReader {

  private static final int LONGEST_NAME = 100;
  private static final int LARGEST_CAPACITY = 1000;
  private static final int LONGEST_GRACE = 86_400;

  private final Map<String, String> values = new HashMap<>();
  private final Path home;

  private SettingsReader(Path home) {
    this.home = home;
  }

  /**
   * Reads the settings.
   *
   * @param options what the command line has, by name without dashes
   * @param environment the process's environment
   * @param home the user's home directory
   * @throws StartFailure when something is missing or wrong
   */
  static Settings read(Map<String, String> options, Map<String, String> environment, Path home)
      throws StartFailure {
    SettingsReader reader = new SettingsReader(home);
    Map<String, String> fromEnvironment = ofEnvironment(environment);
    String config = options.getOrDefault("config", fromEnvironment.get("config"));
    if (config != null) {
      reader.values.putAll(ofFile(Path.of(config)));
    }
    reader.values.putAll(fromEnvironment);
    reader.values.putAll(options);
    return reader.settings();
  }

  private Settings settings() throws StartFailure {
    return new Settings(
        server(),
        values.get("join"),
        name(),
        actions(),
        labels(),
        capacity(),
        root(),
        executor(),
        pickUp(),
        disk(),
        Duration.ofSeconds(number("grace", 8, 0, LONGEST_GRACE)));
  }

  private static Map<String, String> ofEnvironment(Map<String, String> environment) {
    Map<String, String> found = new HashMap<>();
    for (String name : SettingsOptions.NAMES) {
      String value = environment.get("LAAS_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
      if (value != null && !value.isBlank()) {
        found.put(name, value);
      }
    }
    return found;
  }

  private static Map<String, String> ofFile(Path file) throws StartFailure {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw usage("the config file " + file + " cannot be read: " + e.getMessage());
    }
    Map<String, String> found = new HashMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (!SettingsOptions.NAMES.contains(name)) {
        throw usage("the config file " + file + " has an unknown setting " + unknown(name));
      }
      found.put(name, properties.getProperty(name).strip());
    }
    return found;
  }

  private static String unknown(String name) {
    return "'"
        + name
        + "'"
        + NearestName.of(name, SettingsOptions.NAMES)
            .map(nearest -> "; did you mean '" + nearest + "'?")
            .orElse("");
  }

  private URI server() throws StartFailure {
    String given = values.get("server");
    if (given == null) {
      throw usage("which server? Give --server URL, or set LAAS_SERVER");
    }
    try {
      URI server = URI.create(given.replaceFirst("/+$", ""));
      if (server.getHost() != null
          && List.of("http", "https").contains(String.valueOf(server.getScheme()))) {
        return server;
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for any other address that is none.
    }
    throw usage("--server wants an address like http://build.example:8080");
  }

  private String name() throws StartFailure {
    String name = values.getOrDefault("name", hostName());
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw usage("--name wants 1 to " + LONGEST_NAME + " characters");
    }
    return name;
  }

  private List<String> actions() {
    return Optional.ofNullable(values.get("actions"))
        .map(
            given ->
                Stream.of(given.split(",", -1))
                    .map(String::strip)
                    .filter(type -> !type.isEmpty())
                    .toList())
        .orElse(ActionType.wireNames());
  }

  private List<String> labels() throws StartFailure {
    List<String> labels = AgentLabels.parse(values.getOrDefault("labels", ""));
    if (!AgentLabels.allowed(labels)) {
      throw usage(
          "--labels wants at most "
              + AgentLabels.MOST
              + " labels, each of 1 to 63 letters, digits and . _ - / =");
    }
    return labels;
  }

  private int capacity() throws StartFailure {
    return number("capacity", 1, 1, LARGEST_CAPACITY);
  }

  private int number(String name, int usual, int least, int most) throws StartFailure {
    try {
      String given = values.get(name);
      int number = given == null ? usual : Integer.parseInt(given);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw usage("--" + name + " wants a number from " + least + " to " + most);
  }

  private Path root() {
    return Optional.ofNullable(values.get("root"))
        .map(Path::of)
        .orElse(home.resolve(".laas-soa-agent"))
        .toAbsolutePath()
        .normalize();
  }

  private ExecutorChoice executor() throws StartFailure {
    return ExecutorChoice.of(values.getOrDefault("executor", "auto"))
        .orElseThrow(() -> usage("--executor wants auto, docker or process"));
  }

  private PickUpChoice pickUp() throws StartFailure {
    return PickUpChoice.of(values.getOrDefault("pick-up", "auto"))
        .orElseThrow(() -> usage("--pick-up wants auto, doorbell, held_poll or poll"));
  }

  private DiskRules disk() throws StartFailure {
    int high = percent("disk-high", DiskRules.USUAL.high(), 1, 100);
    int low = percent("disk-low", Math.min(DiskRules.USUAL.low(), high), 0, high);
    Map<Cache, Long> limits = new EnumMap<>(Cache.class);
    for (Cache cache : Cache.values()) {
      String name = SettingsOptions.limitOf(cache);
      Long limit = name == null ? null : size(name);
      if (limit != null) {
        limits.put(cache, limit);
      }
    }
    return new DiskRules(size("min-free-disk"), high, low, Map.copyOf(limits));
  }

  private int percent(String name, int usual, int least, int most) throws StartFailure {
    String given = values.get(name);
    if (given != null && given.endsWith("%")) {
      values.put(name, given.substring(0, given.length() - 1));
    }
    return number(name, usual, least, most);
  }

  private @Nullable Long size(String name) throws StartFailure {
    String given = values.get(name);
    return given == null
        ? null
        : (Long)
            ByteSize.parse(given)
                .orElseThrow(() -> usage("--" + name + " wants a size such as 500M or 2G, or 0"));
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "agent";
    }
  }

  private static StartFailure usage(String message) {
    return new StartFailure(StartFailure.USAGE, message);
  }
}
