package org.laassoa.server.configuration.project;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldErrors;

/** The rules for a project's parameters and for what is built after it. */
final class ProjectFollowUps {

  private final ProjectRepository repository;
  private final VisibleProjects visible;

  ProjectFollowUps(ProjectRepository repository, VisibleProjects visible) {
    this.repository = repository;
    this.visible = visible;
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

  /**
   * Notes what is wrong with the projects that are to follow this one. Whoever names another one
   * must be allowed to build it; what stands there already may stay.
   */
  void checkDownstream(Project project, List<DownstreamProject> downstream, FieldErrors errors) {
    if (downstream.isEmpty()) {
      return;
    }
    String own = project.getName();
    Chains chains = new Chains(chains());
    for (int i = 0; i < downstream.size(); i++) {
      DownstreamProject next = downstream.get(i);
      String name = Objects.requireNonNull(next.project());
      String field = "downstream[" + i + "].project";
      boolean kept = name.equals(own) || project.getDownstream().contains(next);
      boolean seen = kept || visible.sees(name);
      errors.require(
          name.equals(own) || (chains.downstream().containsKey(name) && seen),
          field,
          "names something that does not exist");
      errors.require(
          kept || !seen || visible.mayBuild(name), field, "names what your role may not build");
      chains.way(name, own).filter(way -> seen).ifPresent(way -> errors.add(field, ring(own, way)));
    }
  }

  private Message ring(String own, List<String> way) {
    return way.stream().allMatch(visible::sees)
        ? Message.of("leads back to this project: %s -> %s", own, String.join(" -> ", way))
        : Message.of("leads back to this project");
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
