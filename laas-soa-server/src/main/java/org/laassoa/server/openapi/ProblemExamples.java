package org.laassoa.server.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.laassoa.server.problem.ProblemType;

/** An example for each type of problem. */
final class ProblemExamples {
  private static final Map<ProblemType, Map<String, Object>> MEMBERS =
      Map.of(
          ProblemType.INVALID_FIELD,
          Map.of(
              "errors",
              List.of(
                  new TreeMap<>(Map.of("field", "port", "message", "must be less than 65536")))),
          ProblemType.IN_USE,
          Map.of("used_by", List.of("project shop")),
          ProblemType.LOG_GAP,
          Map.of("offset", 4096),
          ProblemType.LOG_INCOMPLETE,
          Map.of("offset", 4096));

  private ProblemExamples() {}

  static Example of(ProblemType type) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", type.urn());
    document.put("title", type.title());
    document.put("status", type.status());
    document.putAll(MEMBERS.getOrDefault(type, Map.of()));
    return OASFactory.createExample().value(document);
  }

  /** The last part of the type's URN. */
  static String slug(ProblemType type) {
    return type.urn().substring(type.urn().lastIndexOf(':') + 1);
  }
}
