package org.laassoa.server.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.laassoa.server.configuration.project.ParameterDefinition;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.problem.ProblemException;

/**
 * The parameters that a project defines. A project that defines none takes any; one that defines
 * some takes no others, so that a misspelt name is not built with the default.
 *
 * @param definitions in the project's order
 */
record DefinedParameters(List<ParameterDefinition> definitions) {

  /** A project without. */
  static final DefinedParameters NONE = new DefinedParameters(List.of());

  /**
   * The parameters of a build: what is given, and the defaults of what is not.
   *
   * @throws ProblemException with all that is wrong, field by field
   */
  Map<String, String> complete(Map<String, String> given) {
    if (definitions.isEmpty()) {
      return given;
    }
    FieldErrors errors = new FieldErrors();
    Map<String, String> complete = new LinkedHashMap<>();
    for (ParameterDefinition definition : definitions) {
      String name = Objects.requireNonNull(definition.name());
      String value = given.getOrDefault(name, definition.defaultValue());
      if (value == null) {
        errors.require(!definition.required(), "parameters." + name, "is required");
        continue;
      }
      definition.complaint(value).ifPresent(words -> errors.add("parameters." + name, words));
      complete.put(name, value);
    }
    List<String> names = definitions.stream().map(one -> String.valueOf(one.name())).toList();
    for (String name : given.keySet()) {
      errors.require(
          names.contains(name),
          "parameters." + name,
          Message.of("is no parameter of the project; it has %s", String.join(", ", names)));
    }
    errors.throwIfAny();
    return complete;
  }
}
