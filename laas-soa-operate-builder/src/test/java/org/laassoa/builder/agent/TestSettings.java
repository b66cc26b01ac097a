package org.laassoa.builder.agent;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.disk.DiskRules;

/** Settings of agents under test. */
final class TestSettings {

  private TestSettings() {}

  /** An agent of that server and folder that polls, with a grace of 8 s. */
  static Settings of(URI server, Path folder, int capacity) {
    return of(server, folder, capacity, Duration.ofSeconds(8));
  }

  /** The same, with another grace. */
  static Settings of(URI server, Path folder, int capacity, Duration grace) {
    return new Settings(
        server,
        null,
        "test",
        List.of("build"),
        List.of("gpu"),
        capacity,
        folder,
        ExecutorChoice.AUTO,
        PickUpChoice.POLL,
        DiskRules.USUAL,
        grace);
  }

  /** The same agent, learning of work in another way. */
  static Settings with(Settings settings, PickUpChoice pickUp, @Nullable Long minFree) {
    return new Settings(
        settings.server(),
        settings.joinToken(),
        settings.name(),
        settings.actions(),
        settings.labels(),
        settings.capacity(),
        settings.root(),
        settings.executor(),
        pickUp,
        new DiskRules(minFree, 100, 100, java.util.Map.of()),
        settings.grace());
  }

  /** One that has not joined, with a join token or without. */
  static Settings joining(URI server, @Nullable String token, Path folder) {
    return new Settings(
        server,
        token,
        "n",
        List.of("build"),
        List.of(),
        1,
        folder,
        ExecutorChoice.AUTO,
        PickUpChoice.AUTO,
        DiskRules.USUAL,
        Duration.ZERO);
  }
}
