package org.laassoa.server.console.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a value apart whose parts have names of their own, so that each is compared by itself. */
final class NamedParts {

  /** By which of their fields the parts of lists are known: parameters, downstream projects. */
  private static final List<String> NAMES = List.of("name", "project");

  private NamedParts() {}

  /** The parts of an object or of a list of named things; empty where there are none. */
  static Map<String, JsonNode> of(JsonNode value) {
    Map<String, JsonNode> parts = new LinkedHashMap<>();
    if (value.isObject()) {
      value.properties().forEach(part -> parts.put(part.getKey(), part.getValue()));
    }
    for (JsonNode part : value.isArray() ? value : List.<JsonNode>of()) {
      String name = name(part);
      if (name == null || parts.containsKey(name)) {
        return Map.of();
      }
      parts.put(name, withoutName(part));
    }
    return parts;
  }

  private static @Nullable String name(JsonNode part) {
    return NAMES.stream()
        .map(name -> part.path(name))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .findFirst()
        .orElse(null);
  }

  private static JsonNode withoutName(JsonNode part) {
    ObjectNode rest = part.deepCopy();
    NAMES.stream().filter(rest::has).findFirst().ifPresent(rest::remove);
    return rest;
  }
}
