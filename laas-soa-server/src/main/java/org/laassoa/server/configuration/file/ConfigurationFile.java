package org.laassoa.server.configuration.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldErrors;

/**
 * The configuration as a file has it.
 *
 * @param sections by the kinds' section names, such as {@code git_servers}: each entry's request
 *     without the name, by name
 */
record ConfigurationFile(Map<String, Map<String, ObjectNode>> sections) {

  private static final String FORMAT = "format";
  private static final int CURRENT = 1;

  private static final String HEAD =
      """
      # The configuration of a laas-soa server. Passwords, keys, secrets and the contents of home
      # files are left out: where this file is applied, those that are stored there are kept.
      """;

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
              .build());

  /**
   * Takes a file apart.
   *
   * @param known the sections that there are
   * @throws org.laassoa.server.problem.ProblemException with all that is not of the wanted shape
   */
  static ConfigurationFile of(JsonNode document, Collection<String> known) {
    FieldErrors errors = new FieldErrors();
    Map<String, Map<String, ObjectNode>> sections = new LinkedHashMap<>();
    if (!(document instanceof ObjectNode file)) {
      errors.add("body", Message.of("must be a map of sections: %s", known));
      errors.throwIfAny();
      throw new IllegalStateException("an error has been noted");
    }
    JsonNode format = file.path(FORMAT);
    errors.require(
        format.isMissingNode() || (format.isInt() && format.asInt() == CURRENT),
        FORMAT,
        Message.of("must be %s", CURRENT));
    for (Map.Entry<String, JsonNode> section : file.properties()) {
      if (known.contains(section.getKey())) {
        sections.put(section.getKey(), entries(section.getKey(), section.getValue(), errors));
      } else if (!section.getKey().equals(FORMAT)) {
        errors.add(section.getKey(), Message.of("is not a section; there are %s", known));
      }
    }
    errors.throwIfAny();
    return new ConfigurationFile(sections);
  }

  private static Map<String, ObjectNode> entries(
      String section, JsonNode value, FieldErrors errors) {
    Map<String, ObjectNode> entries = new LinkedHashMap<>();
    if (value.isNull()) {
      return entries;
    }
    if (!(value instanceof ObjectNode)) {
      errors.add(section, "must be a map of names to entries");
    }
    value
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue() instanceof ObjectNode fields) {
                entries.put(entry.getKey(), fields);
              } else {
                errors.add(section + "." + entry.getKey(), "must be a map of fields");
              }
            });
    return entries;
  }

  /** The file's text, YAML. */
  String text() {
    ObjectNode document = YAML.createObjectNode().put(FORMAT, CURRENT);
    sections.forEach(
        (section, entries) -> {
          ObjectNode named = document.putObject(section);
          entries.forEach(named::set);
        });
    try {
      return HEAD + YAML.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always YAML", e);
    }
  }
}
