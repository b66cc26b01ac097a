package org.laassoa.server.signin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;

/**
 * What a request is about, as far as that decides about the caller's role. Only an address in its
 * plain form is about a project; with any other, such as one with {@code ..} in it, nobody is more
 * than they are everywhere.
 */
sealed interface Subject {

  /**
   * A project, or what belongs to it.
   *
   * @param name its name
   */
  record Project(String name) implements Subject {}

  /**
   * A build, or what belongs to it.
   *
   * @param id its number
   */
  record Build(ActionId id) implements Subject {}

  /**
   * Projects or builds of any projects: the resource goes by those that the caller may know of.
   *
   * @param changing whether something is to be changed, not only listed
   */
  record Many(boolean changing) implements Subject {}

  /** Anything else. */
  record Everything() implements Subject {}

  /** What the request of that method for that path, as it was sent, is about. */
  static Subject of(String method, String path) {
    if (path.equals("/")) {
      return new Many(!isSafe(method));
    }
    List<String> segments = segments(path);
    if (segments == null) {
      return new Everything();
    }
    // The API and the console's pages have the same addresses below these two.
    List<String> about =
        segments.getFirst().equals("api") ? segments.subList(1, segments.size()) : segments;
    return switch (about.isEmpty() ? "" : about.getFirst()) {
      case "projects" -> project(method, about);
      case "builds" -> build(method, about);
      default -> new Everything();
    };
  }

  private static Subject project(String method, List<String> segments) {
    if (segments.size() > 1) {
      return new Project(segments.get(1));
    }
    // A project is made by those who configure everything.
    return isSafe(method) ? new Many(false) : new Everything();
  }

  private static Subject build(String method, List<String> segments) {
    if (segments.size() == 1) {
      return new Many(!isSafe(method));
    }
    Optional<ActionId> id = ActionId.parse(segments.get(1));
    return id.isPresent() ? new Build(id.get()) : new Everything();
  }

  private static boolean isSafe(String method) {
    return method.equals("GET") || method.equals("HEAD");
  }

  /** The path's parts, or null when it is not in its plain form. */
  private static @Nullable List<String> segments(String path) {
    if (!path.startsWith("/") || path.indexOf(';') >= 0 || path.indexOf('+') >= 0) {
      return null;
    }
    List<String> segments = new ArrayList<>();
    for (String segment : Arrays.asList(path.substring(1).split("/", -1))) {
      String decoded = decoded(segment);
      if (decoded == null || decoded.isEmpty() || decoded.matches("\\.{1,2}|.*[/\\\\;].*")) {
        return null;
      }
      segments.add(decoded);
    }
    return segments;
  }

  private static @Nullable String decoded(String segment) {
    try {
      return URLDecoder.decode(segment, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
