package org.laassoa.server.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laassoa.server.configuration.input.StrictReading;
import org.laassoa.server.configuration.input.WriteOnly;
import org.laassoa.server.problem.JsonProblems;

/**
 * Entries of one kind as JSON: as the request that would store them again, without secrets.
 *
 * @param <R> what people send
 * @param <V> what people are shown
 */
final class EntryDocuments<R extends EntryRequest, V> {
  private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

  private final EntryKind<?, R, V> kind;
  private final ObjectMapper json;
  private final Set<String> fields;

  EntryDocuments(EntryKind<?, R, V> kind, ObjectMapper json) {
    this.kind = kind;
    this.json = json;
    this.fields =
        json
            .getDeserializationConfig()
            .introspect(json.constructType(kind.requestType()))
            .findProperties()
            .stream()
            .map(BeanPropertyDefinition::getName)
            .collect(Collectors.toSet());
  }

  /** The request that would store the same again; its secrets are missing, which keeps them. */
  ObjectNode request(V view) {
    ObjectNode document = kind.asRequest(json.valueToTree(view));
    document.retain(fields);
    return document;
  }

  /** What of an entry was configured, for its history. */
  ObjectNode snapshot(V summary) {
    ObjectNode document = json.valueToTree(summary);
    document.remove(kind.observed());
    return document;
  }

  /**
   * The request with a patch on it, RFC 7396. Other than there, a null stays as such a field's
   * value, since it clears what is only written.
   */
  ObjectNode merged(ObjectNode request, ObjectNode patch) {
    ObjectNode merged = request.deepCopy();
    patch
        .properties()
        .forEach(
            field ->
                merged.set(field.getKey(), merged(merged.get(field.getKey()), field.getValue())));
    return merged;
  }

  private static JsonNode merged(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    ObjectNode merged =
        target instanceof ObjectNode object ? object.deepCopy() : changes.objectNode();
    for (Map.Entry<String, JsonNode> field : changes.properties()) {
      if (field.getValue().isNull()) {
        merged.remove(field.getKey());
      } else {
        merged.set(field.getKey(), merged(merged.get(field.getKey()), field.getValue()));
      }
    }
    return merged;
  }

  /**
   * Reads a request as strictly as one that comes as a body.
   *
   * @throws org.laassoa.server.problem.ProblemException when it cannot be read
   */
  R read(ObjectNode request) {
    try {
      return new StrictReading()
          .apply(json, kind.requestType())
          .readValue(json.treeAsTokens(request));
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
    } catch (IOException e) {
      throw new IllegalStateException("a tree in memory is read without input", e);
    }
  }

  /** The write-only fields that a request sets or clears. */
  static List<String> secretsIn(EntryRequest request) {
    List<String> secrets = new ArrayList<>();
    for (RecordComponent component : request.getClass().getRecordComponents()) {
      if (component.getType() == WriteOnly.class
          && !(value(component, request) instanceof WriteOnly.Keep<?>)) {
        secrets.add(SNAKE_CASE.translate(component.getName()));
      }
    }
    return secrets;
  }

  private static Object value(RecordComponent component, EntryRequest request) {
    try {
      return component.getAccessor().invoke(request);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("requests are public records", e);
    }
  }
}
