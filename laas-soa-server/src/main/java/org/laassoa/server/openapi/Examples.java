package org.laassoa.server.openapi;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Gives the example that one operation has for a schema to all others with that schema, and to
 * lists of it; and the name in the example of an entry to the parameter in its address.
 */
final class Examples {
  private final OpenAPI document;
  private final Map<String, Schema> schemas;
  private final Map<String, Map<String, Example>> bySchema = new HashMap<>();

  Examples(OpenAPI document) {
    this.document = document;
    this.schemas = document.getComponents().getSchemas();
  }

  void spread() {
    schemas.forEach(this::learn);
    bodies().forEach(this::learn);
    bodies().filter(body -> isEmpty(body.getExamples())).forEach(this::fill);
    operations().forEach(this::nameInTheAddress);
  }

  /** A schema's own example is shown with the bodies that have it. */
  private void learn(String name, Schema schema) {
    if (schema.getExamples() == null || schema.getExamples().isEmpty()) {
      return;
    }
    bySchema.put(
        "#/components/schemas/" + name,
        Map.of("example", OASFactory.createExample().value(schema.getExamples().getFirst())));
    schema.setExamples(null);
  }

  private void learn(MediaType body) {
    Schema schema = body.getSchema();
    if (schema != null && schema.getRef() != null && !isEmpty(body.getExamples())) {
      bySchema.putIfAbsent(schema.getRef(), body.getExamples());
    }
  }

  private void fill(MediaType body) {
    Schema schema = body.getSchema();
    if (schema == null) {
      return;
    }
    Map<String, Example> own = bySchema.get(String.valueOf(schema.getRef()));
    if (own != null) {
      body.setExamples(own);
      return;
    }
    Map<String, Schema> properties = References.target(schema, schemas).getProperties();
    if (properties == null || !properties.containsKey("items")) {
      return;
    }
    String item = properties.get("items").getItems().getRef();
    bySchema
        .getOrDefault(item, Map.of())
        .forEach((name, example) -> body.addExample("page", page(example)));
  }

  private static Example page(Example item) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", List.of(summary(item.getValue())));
    page.put("total", 1);
    return OASFactory.createExample().value(page);
  }

  /** Lists show which files there are, not what is in them. */
  private static Object summary(Object item) {
    if (!(item instanceof Map<?, ?> entry && entry.get("files") instanceof Map<?, ?> files)) {
      return item;
    }
    Map<Object, Object> names = new LinkedHashMap<>();
    files.forEach((name, file) -> names.put(name, without("content", (Map<?, ?>) file)));
    Map<Object, Object> summary = new LinkedHashMap<>(entry);
    summary.put("files", names);
    return summary;
  }

  private static Map<Object, Object> without(String key, Map<?, ?> map) {
    Map<Object, Object> rest = new LinkedHashMap<>(map);
    rest.remove(key);
    return rest;
  }

  private void nameInTheAddress(Operation operation) {
    if (operation.getParameters() == null || operation.getRequestBody() == null) {
      return;
    }
    content(operation.getRequestBody().getContent())
        .flatMap(body -> values(body.getExamples()))
        .map(Example::getValue)
        .filter(value -> value instanceof Map<?, ?> entry && entry.get("name") != null)
        .findFirst()
        .ifPresent(
            entry ->
                operation.getParameters().stream()
                    .filter(parameter -> parameter.getIn() == Parameter.In.PATH)
                    .forEach(parameter -> parameter.setExample(((Map<?, ?>) entry).get("name"))));
  }

  private Stream<Operation> operations() {
    return document.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream());
  }

  private Stream<MediaType> bodies() {
    return operations()
        .flatMap(
            operation ->
                Stream.concat(
                    Stream.ofNullable(operation.getRequestBody())
                        .flatMap(body -> content(body.getContent())),
                    operation.getResponses().getAPIResponses().values().stream()
                        .flatMap(answer -> content(answer.getContent()))));
  }

  private static Stream<MediaType> content(Content content) {
    return Stream.ofNullable(content).flatMap(all -> all.getMediaTypes().values().stream());
  }

  private static Stream<Example> values(Map<String, Example> examples) {
    return Stream.ofNullable(examples).flatMap(all -> all.values().stream());
  }

  private static boolean isEmpty(Map<String, Example> examples) {
    return examples == null || examples.isEmpty();
  }
}
