package org.laassoa.server.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a client that was written for one OpenAPI document would stumble over in another. (The
 * library that is usual for this does not see a changed type in documents of OpenAPI 3.1.)
 *
 * <p>An answer may say more, and a request may take more; it may not be the other way round.
 */
final class IncompatibleChanges {

  private final JsonNode before;
  private final JsonNode after;
  private final List<String> found = new ArrayList<>();

  private IncompatibleChanges(JsonNode before, JsonNode after) {
    this.before = before;
    this.after = after;
  }

  /** Each change with the place where it is. */
  static List<String> between(JsonNode before, JsonNode after) {
    IncompatibleChanges changes = new IncompatibleChanges(before, after);
    before
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(method -> method.getValue().has("responses"))
                    .forEach(
                        method ->
                            changes.operation(
                                method.getKey() + " " + path.getKey(),
                                method.getValue(),
                                after.path("paths").path(path.getKey()).path(method.getKey()))));
    return changes.found;
  }

  private void operation(String place, JsonNode old, JsonNode now) {
    if (now.isMissingNode()) {
      found.add(place + " is gone");
      return;
    }
    if (!old.path("operationId").equals(now.path("operationId"))) {
      found.add(place + " has another operationId");
    }
    parameters(place, old, now);
    body(place + " takes ", old.path("requestBody"), now.path("requestBody"));
    old.path("responses").properties().stream()
        .filter(answer -> answer.getKey().startsWith("2"))
        .forEach(
            answer -> {
              JsonNode nowAnswer = now.path("responses").path(answer.getKey());
              String where = place + " answers " + answer.getKey();
              if (nowAnswer.isMissingNode()) {
                found.add(where + " no more");
                return;
              }
              content(where, answer.getValue(), nowAnswer, false);
            });
  }

  private void parameters(String place, JsonNode old, JsonNode now) {
    Set<String> known = new HashSet<>();
    for (JsonNode each : old.path("parameters")) {
      JsonNode parameter = resolve(before, each);
      String name = parameter.path("in").asText() + " " + parameter.path("name").asText();
      known.add(name);
      JsonNode same = parameter(now, name);
      if (same.isMissingNode()) {
        found.add(place + " takes no more " + name);
      } else {
        schema(place + " " + name, parameter.path("schema"), same.path("schema"), true, Set.of());
      }
    }
    for (JsonNode each : now.path("parameters")) {
      JsonNode parameter = resolve(after, each);
      String name = parameter.path("in").asText() + " " + parameter.path("name").asText();
      if (parameter.path("required").asBoolean() && !known.contains(name)) {
        found.add(place + " wants a new " + name);
      }
    }
  }

  private JsonNode parameter(JsonNode operation, String name) {
    for (JsonNode each : operation.path("parameters")) {
      JsonNode parameter = resolve(after, each);
      if ((parameter.path("in").asText() + " " + parameter.path("name").asText()).equals(name)) {
        return parameter;
      }
    }
    return MissingNode.getInstance();
  }

  private void body(String place, JsonNode old, JsonNode now) {
    if (!resolve(before, old).path("required").asBoolean()
        && resolve(after, now).path("required").asBoolean()) {
      found.add(place + "no request without a body any more");
    }
    content(place + "a body", old, now, true);
  }

  private void content(String place, JsonNode old, JsonNode now, boolean request) {
    JsonNode nowContent = resolve(after, now).path("content");
    resolve(before, old)
        .path("content")
        .properties()
        .forEach(
            type -> {
              JsonNode same = nowContent.path(type.getKey());
              if (same.isMissingNode()) {
                found.add(place + " no more as " + type.getKey());
              } else {
                schema(
                    place, type.getValue().path("schema"), same.path("schema"), request, Set.of());
              }
            });
  }

  private void schema(
      String place, JsonNode oldRef, JsonNode nowRef, boolean request, Set<String> above) {
    String ref = oldRef.path("$ref").asText();
    if (above.contains(ref) && !ref.isEmpty()) {
      return;
    }
    Set<String> inside = new HashSet<>(above);
    inside.add(ref);
    JsonNode old = resolve(before, oldRef);
    JsonNode now = resolve(after, nowRef);
    types(place, old, now, request);
    values(place, old, now, request);
    old.path("properties")
        .properties()
        .forEach(
            property -> {
              String where = place + " ." + property.getKey();
              JsonNode same = now.path("properties").path(property.getKey());
              if (same.isMissingNode()) {
                found.add(where + " is gone");
              } else {
                schema(where, property.getValue(), same, request, inside);
              }
            });
    if (request) {
      Set<String> wanted = texts(now.path("required"));
      wanted.removeAll(texts(old.path("required")));
      wanted.forEach(name -> found.add(place + " ." + name + " is required now"));
    }
    if (old.has("items")) {
      schema(place + "[]", old.path("items"), now.path("items"), request, inside);
    }
    if (old.path("additionalProperties").isObject()) {
      schema(
          place + "{}",
          old.path("additionalProperties"),
          now.path("additionalProperties"),
          request,
          inside);
    }
  }

  private void types(String place, JsonNode old, JsonNode now, boolean request) {
    Set<String> before = texts(old.path("type"));
    Set<String> after = texts(now.path("type"));
    if (before.isEmpty() || after.isEmpty()) {
      return;
    }
    boolean fits = request ? after.containsAll(before) : before.containsAll(after);
    if (!fits) {
      found.add(place + " was " + before + " and is " + after);
    }
  }

  private void values(String place, JsonNode old, JsonNode now, boolean request) {
    Set<String> before = texts(old.path("enum"));
    Set<String> after = texts(now.path("enum"));
    if (request && !after.isEmpty() && !after.containsAll(before)) {
      before.removeAll(after);
      found.add(place + " may no more be " + before);
    }
  }

  private static Set<String> texts(JsonNode node) {
    Set<String> texts = new TreeSet<>();
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    node.elements().forEachRemaining(text -> texts.add(text.asText()));
    return texts;
  }

  private static JsonNode resolve(JsonNode document, JsonNode node) {
    JsonNode resolved = node;
    while (resolved.has("$ref")) {
      resolved = document.at(resolved.path("$ref").asText().substring(1));
    }
    return resolved;
  }
}
