package org.laassoa.server.build;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.environment.BuildEnvironment;
import org.laassoa.server.configuration.registry.ImageRegistry;
import org.laassoa.server.configuration.script.ScriptRevision;
import org.laassoa.wire.Limits;

/** Parts of the configuration as the wire has them, without secrets. */
final class WireParts {

  private WireParts() {}

  /** What a build in an environment may use. */
  static Limits limits(BuildEnvironment environment, long timeoutSeconds, long logBytes) {
    return new Limits(
        timeoutSeconds,
        environment.getMemoryBytes(),
        environment.getCpus(),
        environment.getPids(),
        logBytes);
  }

  /** One map of one entry for each script, as the wire wants it. */
  static List<Map<String, String>> versions(ScriptRevision revision) {
    return revision.versions().entrySet().stream()
        .map(entry -> Map.of(entry.getKey(), Integer.toString(entry.getValue())))
        .toList();
  }

  /** An image's name without tag. */
  static String imageName(@Nullable ImageRegistry registry, String repository) {
    return registry == null ? repository : registry.imagePrefix() + "/" + repository;
  }
}
