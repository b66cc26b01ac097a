package org.laassoa.server.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** The OpenAPI document as a test reads it. */
final class DescribedApi {
  private final JsonNode document;

  DescribedApi(JsonNode document) {
    this.document = document;
  }

  List<Operation> operations() {
    return document
        .path("paths")
        .propertyStream()
        .flatMap(
            path ->
                path.getValue()
                    .propertyStream()
                    .filter(method -> method.getValue().has("responses"))
                    .map(
                        method -> new Operation(path.getKey(), method.getKey(), method.getValue())))
        .toList();
  }

  /** What a JSON pointer leads to. */
  JsonNode at(String pointer) {
    return document.at(pointer);
  }

  /** All references, as they are written. */
  List<String> references() {
    return document.findValuesAsText("$ref");
  }

  /** The node itself, or what it refers to. */
  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  static List<String> names(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  /** An operation and where it is. */
  final class Operation {
    private final String path;
    private final String method;
    private final JsonNode node;

    Operation(String path, String method, JsonNode node) {
      this.method = method;
      this.path = path;
      this.node = node;
    }

    String path() {
      return path;
    }

    boolean reads() {
      return method.equals("get");
    }

    JsonNode node() {
      return node;
    }

    String id() {
      return node.path("operationId").asText();
    }

    /** The statuses that it answers with, of the class that the digit names. */
    List<String> statuses(String firstDigit) {
      return names(node.path("responses")).stream()
          .filter(status -> status.startsWith(firstDigit))
          .toList();
    }

    JsonNode answer(String status) {
      return resolve(node.path("responses").path(status));
    }

    @Override
    public String toString() {
      return id() + " at " + path;
    }
  }
}
