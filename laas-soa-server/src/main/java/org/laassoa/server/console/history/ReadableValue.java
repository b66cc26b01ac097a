package org.laassoa.server.console.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Values of the API as people read them: lists a line each, objects a line for each field that says
 * something.
 */
record ReadableValue(HistoryWords words) {

  /** The text of a value; empty where there is none. */
  String text(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(this::inLine)
          .collect(Collectors.joining("\n"));
    }
    if (value.isObject()) {
      return value.properties().stream()
          .filter(field -> says(field.getValue()))
          .map(field -> field.getKey() + ": " + inLine(field.getValue()))
          .collect(Collectors.joining("\n"));
    }
    return scalar(value);
  }

  private String inLine(JsonNode value) {
    return value.isContainerNode() ? text(value).replace("\n", ", ") : scalar(value);
  }

  private String scalar(JsonNode value) {
    if (value.isBoolean()) {
      return value.asBoolean() ? words.yes() : words.no();
    }
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }

  /** Whether there is anything in it. */
  private static boolean says(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT, ARRAY -> !value.isEmpty();
      case BOOLEAN -> value.asBoolean();
      case NULL, MISSING -> false;
      case STRING, NUMBER, BINARY, POJO -> !value.asText().isEmpty();
    };
  }
}
