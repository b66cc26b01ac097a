package org.laassoa.server.console.project;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.build.BuildLine;
import org.laassoa.server.configuration.project.ParameterDefinition;
import org.laassoa.server.configuration.project.ProjectView;

/**
 * The form with which a build is asked for.
 *
 * @param ref what is built if nothing else is said
 * @param known branches and tags that have been built
 * @param parameters what the project's builds take; none means anything
 */
public record BuildForm(String ref, List<String> known, List<Parameter> parameters) {

  /**
   * A parameter.
   *
   * @param name its name
   * @param description what it is for, possibly empty
   * @param value what it is if nothing else is said, possibly empty
   * @param set whether it has a default: then an empty value is one too
   * @param required whether there must be a value
   * @param choices the values that it can have; none means any
   * @param pattern what a value must match, or null
   */
  public record Parameter(
      String name,
      String description,
      String value,
      boolean set,
      boolean required,
      List<String> choices,
      @Nullable String pattern) {

    static Parameter of(ParameterDefinition definition) {
      String value = definition.defaultValue();
      return new Parameter(
          Objects.requireNonNull(definition.name()),
          definition.description(),
          value == null ? "" : value,
          value != null,
          definition.required() && value == null,
          definition.choices(),
          definition.pattern());
    }

    /** Whether the default has several lines. */
    public boolean isLong() {
      return value.contains("\n");
    }
  }

  /**
   * The form of a project.
   *
   * @param branches the newest build of each branch and tag, the newest first
   * @param ref the branch or tag that is looked at, or null
   */
  static BuildForm of(ProjectView project, List<BuildLine> branches, @Nullable String ref) {
    List<String> known =
        branches.stream().map(BuildLine::ref).filter(Objects::nonNull).distinct().toList();
    return new BuildForm(
        ref == null ? usual(known) : ref,
        known,
        project.parameters().stream().map(Parameter::of).toList());
  }

  private static String usual(List<String> known) {
    return known.isEmpty() || known.contains("main")
        ? "main"
        : known.contains("master") ? "master" : known.getFirst();
  }
}
