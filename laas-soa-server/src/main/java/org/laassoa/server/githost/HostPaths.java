package org.laassoa.server.githost;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the addresses and answers of all hosts have in common. */
public final class HostPaths {
  private HostPaths() {}

  /** A text as one segment of a path, or as a parameter's value. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A path whose segments stay apart. */
  public static String segments(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(HostPaths::encoded)
        .collect(Collectors.joining("/"));
  }

  /** The text of a field; null where it is missing. */
  public static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? value.textValue() : null;
  }

  /** The text of a field; empty where it is missing. */
  public static String textOrEmpty(JsonNode node, String field) {
    String value = text(node, field);
    return value == null ? "" : value;
  }

  /** Those whose name contains a text, in whatever case. */
  public static List<RefName> matching(List<RefName> refs, String search) {
    String wanted = search.toLowerCase(java.util.Locale.ROOT);
    return refs.stream()
        .filter(ref -> ref.name().toLowerCase(java.util.Locale.ROOT).contains(wanted))
        .limit(100)
        .toList();
  }
}
