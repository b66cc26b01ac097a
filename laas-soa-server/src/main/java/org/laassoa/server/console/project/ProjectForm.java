package org.laassoa.server.console.project;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.project.ProjectType;
import org.laassoa.server.configuration.project.ProjectView;
import org.laassoa.server.configuration.project.Triggers;
import org.laassoa.server.database.Json;

/**
 * The form of a project.
 *
 * @param project what it is filled with
 * @param etag of the version that it is filled with; null for a new project
 * @param choices what can be chosen
 * @param variables as JSON
 * @param parameters as JSON
 * @param downstream as JSON
 */
public record ProjectForm(
    ProjectView project,
    @Nullable String etag,
    FormChoices choices,
    String variables,
    String parameters,
    String downstream) {

  private static final long HOUR = 3600;

  /** What a project is before anybody has said anything about it. */
  static final ProjectView BLANK =
      new ProjectView(
          0,
          "",
          "",
          ProjectType.OTHER,
          null,
          "",
          false,
          "",
          null,
          Map.of(),
          HOUR,
          2,
          null,
          false,
          List.of(),
          Triggers.NONE,
          false,
          List.of(),
          List.of(),
          false,
          null,
          null,
          Instant.EPOCH,
          Instant.EPOCH);

  static ProjectForm of(
      ProjectView project, @Nullable String etag, FormChoices choices, Json json) {
    return new ProjectForm(
        project,
        etag,
        choices,
        json.write(project.variables()),
        json.write(project.parameters()),
        json.write(project.downstream()));
  }

  /** The types of projects, as they are stored. */
  public List<String> types() {
    return List.of("java", "php", "nodejs", "python", "other");
  }

  /** Lines of a text field. */
  public String lines(List<String> items) {
    return String.join("\n", items);
  }
}
