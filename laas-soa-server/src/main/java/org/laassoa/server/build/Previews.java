package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.build.PreviewView.PreviewEnvironment;
import org.laassoa.server.build.PreviewView.PreviewPackaging;
import org.laassoa.server.build.PreviewView.PreviewSource;
import org.laassoa.server.build.PreviewView.PreviewStep;
import org.laassoa.server.build.PreviewView.PreviewVariable;
import org.laassoa.server.configuration.buildconfiguration.BuildConfiguration;
import org.laassoa.server.configuration.buildconfiguration.BuildConfigurationRepository;
import org.laassoa.server.configuration.project.Project;
import org.laassoa.server.configuration.project.ProjectRepository;
import org.laassoa.server.configuration.script.ScriptHistory;
import org.laassoa.server.configuration.script.ScriptSets;
import org.laassoa.server.configuration.secret.BuildSecretValues;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.BuiltInVariables;
import org.laassoa.wire.Environment;
import org.laassoa.wire.Packaging;
import org.laassoa.wire.Registry;
import org.laassoa.wire.Source;
import org.laassoa.wire.StepName;

/**
 * Shows what a build would do. It goes the way of a real one, from the plan to what its owner is
 * handed, so that it says the same.
 */
@ApplicationScoped
public class Previews {
  /** What is known only when the build is enqueued. */
  private static final String TAG = "<build>_<time>";

  private final BuildPlanner planner;
  private final BuildSecrets secrets;
  private final ProjectRepository projects;
  private final BuildConfigurationRepository configurations;
  private final ScriptSets scripts;
  private final ScriptHistory history;

  Previews(
      BuildPlanner planner,
      BuildSecrets secrets,
      ProjectRepository projects,
      BuildConfigurationRepository configurations,
      ScriptSets scripts,
      ScriptHistory history) {
    this.planner = planner;
    this.secrets = secrets;
    this.projects = projects;
    this.configurations = configurations;
    this.scripts = scripts;
    this.history = history;
  }

  /**
   * What a build of that project would do.
   *
   * @throws ProblemException as when it is enqueued
   */
  @Transactional
  public PreviewView of(String name, PreviewRequest request) {
    CheckedRequest checked = request.checked();
    Project project =
        projects
            .findByName(name)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "there is no such project"));
    BuildConfiguration configuration = configuration(project, request.buildConfiguration());
    PlannedBuild plan = planner.planned(project, configuration, checked.type(), checked.ref());
    BuildSecretValues masked = secrets.maskedOfProject(project.getId());
    TreeSet<String> secretNames = new TreeSet<>(masked.variables().keySet());
    secretNames.addAll(masked.files().keySet());
    Plannings.requireNoSecret(checked.parameters().keySet(), secretNames);
    BuildData data =
        new HandedBuild("build", "", TAG, checked.parameters(), masked)
            .of(secrets.addMaskedTo(plan));
    return view(data, new Asked(project, configuration, checked, secretNames));
  }

  private BuildConfiguration configuration(Project project, @Nullable String other) {
    FieldErrors errors = new FieldErrors();
    BuildConfiguration named = configurations.referredTo(other, "build_configuration", errors);
    errors.throwIfAny();
    return named == null ? project.getBuildConfiguration() : named;
  }

  /**
   * What is previewed.
   *
   * @param secretNames the secrets that its scripts get
   */
  private record Asked(
      Project project,
      BuildConfiguration configuration,
      CheckedRequest request,
      Set<String> secretNames) {}

  private PreviewView view(BuildData data, Asked asked) {
    Map<String, Integer> versions = new HashMap<>();
    data.buildConfigFileVersionList()
        .forEach(file -> file.forEach((name, v) -> versions.put(name, Integer.valueOf(v))));
    long revision = Long.parseLong(data.buildConfigFileId());
    Files files = new Files(versions, scripts.contents(revision, versions.keySet()));
    Source source = Objects.requireNonNull(data.source());
    Registry registry = data.registry();
    return new PreviewView(
        data.project(),
        asked.request().type(),
        asked.request().ref(),
        asked.configuration().getName(),
        history.numberOf(revision),
        new PreviewSource(source.gitServer(), source.url(), source.ref(), source.submodules()),
        environment(data.environment()),
        data.limits(),
        data.steps().stream().map(step -> step(step, data, files)).toList(),
        variables(data, asked),
        BuiltInVariables.NAMES,
        packaging(data.packaging(), files),
        registry == null ? null : registry.address(),
        List.copyOf(data.homeFiles().keySet()),
        List.copyOf(
            Objects.requireNonNullElse(data.secretFiles(), Map.<String, String>of()).keySet()),
        asked.project().getRequiredLabels(),
        Objects.requireNonNullElse(data.unrepeatableSteps(), List.of()));
  }

  /**
   * The pinned files.
   *
   * @param versions by name
   * @param contents by name
   */
  private record Files(Map<String, Integer> versions, Map<String, String> contents) {}

  private static PreviewEnvironment environment(Environment environment) {
    Registry registry = environment.registry();
    return new PreviewEnvironment(
        environment.name(),
        environment.image(),
        environment.imageName(),
        environment.dockerfile(),
        environment.pullPolicy(),
        environment.network(),
        registry == null ? null : registry.address());
  }

  private static PreviewStep step(StepName step, BuildData data, Files files) {
    Packaging packaging = data.packaging();
    String script =
        switch (step) {
          case COMPILE -> data.compileScript();
          case PACKAGE -> packaging == null ? null : packaging.file();
          case CHECKOUT, SCRIPTS, IMAGE, PUSH, CLEAN, DIAGNOSE -> null;
        };
    return new PreviewStep(
        step.wireName(),
        script,
        script == null ? null : files.versions().get(script),
        script == null ? null : files.contents().get(script));
  }

  private static List<PreviewVariable> variables(BuildData data, Asked asked) {
    return new TreeMap<>(data.variables())
        .entrySet().stream()
            .map(
                variable ->
                    new PreviewVariable(
                        variable.getKey(), variable.getValue(), origin(variable.getKey(), asked)))
            .toList();
  }

  /** The last who sets it wins. */
  private static String origin(String name, Asked asked) {
    if (asked.secretNames().contains(name)) {
      return "secret";
    }
    if (asked.request().parameters().containsKey(name)) {
      return "parameter";
    }
    return asked.project().getVariables().containsKey(name) ? "project" : "configuration";
  }

  private static @Nullable PreviewPackaging packaging(@Nullable Packaging packaging, Files files) {
    if (packaging == null) {
      return null;
    }
    Environment own = packaging.environment();
    return new PreviewPackaging(
        packaging.kind().name().toLowerCase(Locale.ROOT),
        packaging.file(),
        files.contents().get(packaging.file()),
        packaging.context(),
        packaging.image() + ":" + packaging.tag(),
        packaging.buildArgs(),
        own == null ? null : environment(own));
  }
}
