package org.laassoa.server.console.build;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.build.BuildView;
import org.laassoa.wire.ActionType;

/**
 * What a build is of.
 *
 * @param kind the type of its action, such as {@code build_parent_image}
 * @param name of the project, parent image or agent
 * @param address its page, or null where the name leads to none
 */
public record BuildSubject(String kind, String name, @Nullable String address) {

  /** What this build is of. */
  static BuildSubject of(BuildView build) {
    return new BuildSubject(
        build.action(), build.project(), address(build.action(), encoded(build.project())));
  }

  private static @Nullable String address(String kind, String name) {
    return switch (ActionType.ofWireName(kind).orElse(ActionType.DIAGNOSE)) {
      case BUILD -> "/projects/" + name;
      case BUILD_PARENT_IMAGE -> "/configuration/parent-images/" + name;
      // Agents' pages go by number.
      case CLEAN, DIAGNOSE -> null;
    };
  }

  /** A text as a part of an address. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
