package org.laassoa.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.laassoa.endtoend.process.Command;

/** The engine's program with a login to the test registry that ends with it. */
public final class RegistryLogin {

  private final Path configuration;

  private RegistryLogin(Path configuration) {
    this.configuration = configuration;
  }

  public static void with(Consumer<RegistryLogin> work) {
    try {
      Path folder = Files.createTempDirectory("docker-config");
      Path file = folder.resolve("config.json");
      String login =
          Needs.setting("LAAS_TEST_REGISTRY_USER")
              + ":"
              + Needs.setting("LAAS_TEST_REGISTRY_PASSWORD");
      Files.writeString(
          file,
          "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}"
              .formatted(
                  Needs.setting("LAAS_TEST_REGISTRY"),
                  Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8))));
      try {
        work.accept(new RegistryLogin(folder));
      } finally {
        Files.delete(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String docker(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker", "--config", configuration.toString()));
    command.addAll(List.of(arguments));
    return Command.require(configuration, Map.of(), command);
  }
}
