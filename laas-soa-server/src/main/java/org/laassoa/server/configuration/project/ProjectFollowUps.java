package org.laassoa.server.configuration.project;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.laassoa.server.problem.FieldErrors;

/** The rules for a project's parameters and for what is built after it. */
final class ProjectFollowUps {

  private final ProjectRepository repository;

  ProjectFollowUps(ProjectRepository repository) {
    this.repository = repository;
  }

  /** Notes what is wrong with definitions of parameters. */
  static void checkParameters(List<ParameterDefinition> definitions, FieldErrors errors) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < definitions.size(); i++) {
      ParameterDefinition definition = definitions.get(i);
      String field = "parameters[" + i + "]";
      errors.require(names.add(definition.name()), field + ".name", "is there twice");
      var complaint = definition.patternComplaint();
      complaint.ifPresent(words -> errors.add(field + ".pattern", words));
      String value = definition.defaultValue();
      if (value != null && complaint.isEmpty()) {
        definition.complaint(value).ifPresent(words -> errors.add(field + ".default", words));
      }
    }
  }

  /** Notes what is wrong with the projects that are to follow this one. */
  void checkDownstream(String own, List<DownstreamProject> downstream, FieldErrors errors) {
    if (downstream.isEmpty()) {
      return;
    }
    Chains chains = new Chains(chains());
    for (int i = 0; i < downstream.size(); i++) {
      String name = Objects.requireNonNull(downstream.get(i).project());
      String field = "downstream[" + i + "].project";
      errors.require(
          name.equals(own) || chains.downstream().containsKey(name),
          field,
          "names something that does not exist");
      chains
          .way(name, own)
          .ifPresent(
              way ->
                  errors.add(
                      field,
                      "leads back to this project: %s -> %s"
                          .formatted(own, String.join(" -> ", way))));
    }
  }

  private Map<String, List<String>> chains() {
    Map<String, List<String>> all = new HashMap<>();
    for (Project project : repository.listAll()) {
      all.put(
          project.getName(),
          project.getDownstream().stream().map(next -> String.valueOf(next.project())).toList());
    }
    return all;
  }
}
