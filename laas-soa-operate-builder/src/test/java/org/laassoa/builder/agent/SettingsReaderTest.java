package org.laassoa.builder.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laassoa.builder.disk.DiskRules;
import org.laassoa.wire.Cache;
import picocli.CommandLine.Model.CommandSpec;

class SettingsReaderTest {

  private static final Map<String, String> SERVER = Map.of("server", "http://build.example:8080/");

  @TempDir Path home;

  @Test
  void only_the_server_must_be_given() throws Exception {
    Settings settings = read(SERVER, Map.of());

    assertThat(settings.server()).isEqualTo(URI.create("http://build.example:8080"));
    assertThat(settings.capacity()).isEqualTo(1);
    assertThat(settings.executor()).isEqualTo(ExecutorChoice.AUTO);
    assertThat(settings.actions())
        .containsExactly("build", "build_parent_image", "clean", "diagnose");
    assertThat(settings.root()).isEqualTo(home.resolve(".laas-soa-agent"));
    assertThat(settings.name()).isNotBlank();
    assertThat(settings.pickUp()).isEqualTo(PickUpChoice.AUTO);
    assertThat(settings.disk()).isEqualTo(DiskRules.USUAL);
  }

  @Test
  void the_command_line_wins_over_the_environment_and_that_over_the_file() throws Exception {
    Path file = home.resolve("agent.properties");
    Files.writeString(file, "server=http://file\nname=file\ncapacity=7\n");

    Settings settings =
        read(
            Map.of("config", file.toString(), "server", "http://option"),
            Map.of("LAAS_SERVER", "http://environment", "LAAS_NAME", "environment"));

    assertThat(settings.server()).isEqualTo(URI.create("http://option"));
    assertThat(settings.name()).isEqualTo("environment");
    assertThat(settings.capacity()).isEqualTo(7);
  }

  @Test
  void the_join_token_may_come_from_the_environment_and_is_not_shown() throws Exception {
    Settings settings = read(SERVER, Map.of("LAAS_JOIN", "join-secret"));

    assertThat(settings.joinToken()).isEqualTo("join-secret");
    assertThat(settings.toString()).doesNotContain("join-secret");
  }

  @Test
  void a_setting_of_two_words_is_found_in_the_environment() throws Exception {
    Settings settings =
        read(SERVER, Map.of("LAAS_PICK_UP", "held_poll", "LAAS_MIN_FREE_DISK", "500M"));

    assertThat(settings.pickUp()).isEqualTo(PickUpChoice.HELD_POLL);
    assertThat(settings.disk().minFree()).isEqualTo(500L << 20);
  }

  @Test
  void marks_limits_labels_and_grace_are_read() throws Exception {
    Settings settings =
        read(
            Map.of(
                "server", "http://build.example",
                "labels", "gpu, disk=fast,gpu",
                "grace", "30",
                "disk-high", "70%",
                "disk-low", "60",
                "max-dependency-lib", "50G"),
            Map.of("LAAS_MAX_IMAGES", "1T"));

    assertThat(settings.labels()).containsExactly("gpu", "disk=fast");
    assertThat(settings.grace()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.disk())
        .isEqualTo(
            new DiskRules(
                null, 70, 60, Map.of(Cache.DEPENDENCY_LIB, 50L << 30, Cache.IMAGES, 1L << 40)));
  }

  @Test
  void every_option_is_a_setting() {
    assertThat(CommandSpec.forAnnotatedObject(new SettingsOptions()).options())
        .extracting(option -> option.longestName().substring(2))
        .containsExactlyInAnyOrderElementsOf(SettingsOptions.NAMES);
  }

  @Test
  void without_a_server_the_way_to_give_one_is_said() {
    assertThatThrownBy(() -> read(Map.of(), Map.of()))
        .isInstanceOf(StartFailure.class)
        .hasMessage("which server? Give --server URL, or set LAAS_SERVER");
  }

  @ParameterizedTest
  @CsvSource({
    "server, ftp://x, --server wants",
    "server, not an address, --server wants",
    "capacity, 0, --capacity wants",
    "capacity, many, --capacity wants",
    "executor, podman, --executor wants",
    "pick-up, bell, --pick-up wants",
    "min-free-disk, much, --min-free-disk wants",
    "min-free-disk, 99999999999T, --min-free-disk wants",
    "grace, -1, --grace wants",
    "labels, a b, --labels wants",
    "disk-high, 101, --disk-high wants",
    "disk-low, 86, --disk-low wants",
    "max-images, lots, --max-images wants",
    "config, /nowhere/agent.properties, cannot be read"
  })
  void a_wrong_value_is_refused_with_words(String name, String value, String words) {
    Map<String, String> options =
        name.equals("server")
            ? Map.of(name, value)
            : Map.of("server", "http://build.example", name, value);

    assertThatThrownBy(() -> read(options, Map.of()))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(words);
  }

  @Test
  void a_misspelt_setting_in_the_file_is_refused() throws Exception {
    Path file = home.resolve("agent.properties");
    Files.writeString(file, "sever=http://x\n");

    assertThatThrownBy(() -> read(Map.of("config", file.toString()), Map.of()))
        .hasMessageContaining("unknown setting 'sever'; did you mean 'server'?");
  }

  private Settings read(Map<String, String> options, Map<String, String> environment)
      throws StartFailure {
    return SettingsReader.read(options, environment, home);
  }
}
