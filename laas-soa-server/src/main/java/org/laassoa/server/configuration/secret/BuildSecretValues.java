package org.laassoa.server.configuration.secret;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The secrets of one build in plain text: for the owner of a running action, and nobody else.
 *
 * @param variables environment variables, by name
 * @param files contents of files, by the name of the variable that gets the path
 */
public record BuildSecretValues(Map<String, String> variables, Map<String, String> files) {

  /** No secrets. */
  public static final BuildSecretValues NONE = new BuildSecretValues(Map.of(), Map.of());

  /** What must not appear in a log. */
  public List<String> toMask() {
    return Stream.concat(variables.values().stream(), files.values().stream())
        .flatMap(value -> Stream.of(value, value.strip()))
        .distinct()
        .toList();
  }

  /** Without the values. */
  @Override
  public String toString() {
    return "BuildSecretValues[" + variables.keySet() + ", " + files.keySet() + "]";
  }
}
