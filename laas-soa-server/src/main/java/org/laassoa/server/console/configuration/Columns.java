package org.laassoa.server.console.configuration;

import java.util.List;

/** What lists show of entries besides their name. */
final class Columns {

  private Columns() {}

  private static List<String> names(Section section) {
    return switch (section) {
      case GIT_SERVERS -> List.of("kind", "address");
      case REGISTRIES -> List.of("address", "username");
      case ENVIRONMENTS -> List.of("image", "tools");
      case PARENT_IMAGES, BUILD_CONFIGURATIONS -> List.of("build_environment", "packaging.kind");
      case WEBHOOKS -> List.of("url", "events");
      case SECRETS -> List.of("kind", "projects");
      case CAPABILITY_RULES -> List.of("network", "actions");
    };
  }

  /** The fields that are shown, in the order of the columns. */
  static List<Field> fields(Section section) {
    return names(section).stream()
        .map(
            name ->
                Forms.of(section).stream()
                    .filter(field -> field.name().equals(name))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  static List<String> labels(Section section, FieldWords words) {
    return fields(section).stream().map(field -> field.label().apply(words)).toList();
  }

  /** Whether a list says how many other entries refer to entries of this kind. */
  static boolean hasUsers(Section section) {
    return switch (section) {
      case GIT_SERVERS, REGISTRIES, ENVIRONMENTS, PARENT_IMAGES, BUILD_CONFIGURATIONS -> true;
      case WEBHOOKS, SECRETS, CAPABILITY_RULES -> false;
    };
  }
}
