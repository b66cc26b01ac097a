package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionSubject;
import org.laassoa.server.action.NewAction;
import org.laassoa.server.configuration.buildconfiguration.BuildConfiguration;
import org.laassoa.server.configuration.environment.BuildEnvironment;
import org.laassoa.server.configuration.gitserver.GitServer;
import org.laassoa.server.configuration.gitserver.GitServerRepository;
import org.laassoa.server.configuration.parentimage.ParentImage;
import org.laassoa.server.configuration.parentimage.ParentImageRepository;
import org.laassoa.server.configuration.project.Project;
import org.laassoa.server.configuration.project.ProjectRepository;
import org.laassoa.server.configuration.registry.ImageRegistry;
import org.laassoa.server.configuration.script.ScriptRevision;
import org.laassoa.server.configuration.script.ScriptSets;
import org.laassoa.server.database.Json;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.wire.ActionData;
import org.laassoa.wire.ActionType;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Packaging;
import org.laassoa.wire.PackagingKind;
import org.laassoa.wire.Source;
import org.laassoa.wire.StepName;

/**
 * Decides, when a build is asked for, all that it will do: versions of scripts, image names,
 * limits. What somebody edits after that does not change it.
 */
@ApplicationScoped
class BuildPlanner {

  /** The build argument that carries the parent image's name. */
  static final String PARENT_IMAGE = "PARENT_IMAGE";

  /** Room at the end of a log that is too long, for the agent to say so. */
  private static final long OWN_LINES = 1 << 20;

  private final ProjectRepository projects;
  private final ParentImageRepository parentImages;
  private final GitServerRepository gitServers;
  private final ScriptSets scripts;
  private final BuildStore builds;
  private final Json json;
  private final long logBytes;

  BuildPlanner(
      ProjectRepository projects,
      ParentImageRepository parentImages,
      GitServerRepository gitServers,
      ScriptSets scripts,
      BuildStore builds,
      Json json,
      LaasConfig config) {
    this.projects = projects;
    this.parentImages = parentImages;
    this.gitServers = gitServers;
    this.scripts = scripts;
    this.builds = builds;
    this.json = json;
    this.logBytes = config.limits().logBytes() - OWN_LINES;
  }

  /**
   * Plans a build of a project.
   *
   * @throws ProblemException when there is no such project, or something that it needs is missing
   */
  @Transactional
  NewAction project(
      String name, CheckedRequest request, @Nullable ActionId retryOf, String requestedBy) {
    Project project =
        projects.findByName(name).orElseThrow(() -> notFound("there is no such project"));
    BuildConfiguration configuration = project.getBuildConfiguration();
    ScriptRevision revision = scripts.current(configuration.getScriptSetId());
    PlannedSource source = source(project, request);
    Map<String, String> variables = new LinkedHashMap<>(configuration.getVariables());
    variables.putAll(project.getVariables());
    PlannedBuild planned =
        new PlannedBuild(
            new ActionData(
                "",
                "",
                Long.toString(project.getId()),
                project.getName(),
                project.getProjectType().storedName(),
                request.type(),
                "build-configuration-" + configuration.getId(),
                Long.toString(revision.id()),
                WireParts.versions(revision),
                source.source(),
                WireParts.environment(configuration.getBuildEnvironment()),
                configuration.getCompileScript(),
                packaging(project, request),
                null,
                WireParts.limits(
                    configuration.getBuildEnvironment(), project.getTimeoutSeconds(), logBytes),
                variables,
                Map.of(),
                List.of()),
            new PlannedBuild.CredentialReferences(
                source.gitServerId(),
                id(project.getImageRegistry()),
                id(configuration.getBuildEnvironment().getImageRegistry()),
                packagingRegistry(configuration),
                configuration.getId()),
            configuration.isCompileMayRepeat() ? List.of() : List.of(StepName.COMPILE.wireName()));
    return action(
        ActionType.BUILD,
        planned,
        revision,
        request.priority(),
        project.getMaxAttempts(),
        new ActionSubject(
            project.getId(),
            null,
            project.getName(),
            request.type(),
            request.ref(),
            json.write(request.parameters()),
            retryOf == null ? null : retryOf.value(),
            requestedBy));
  }

  /**
   * Plans builds of projects; those that are alike are planned once.
   *
   * @throws ProblemException when one of them cannot be planned; the field says which
   */
  @Transactional
  List<NewAction> projects(List<NamedRequest> requests, String requestedBy) {
    record Alike(String project, String type, String ref) {}
    Map<Alike, NewAction> planned = new HashMap<>();
    List<NewAction> actions = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      NamedRequest one = requests.get(i);
      CheckedRequest request = one.request();
      String field = "builds[" + i + "].project";
      NewAction alike =
          planned.computeIfAbsent(
              new Alike(one.project(), request.type(), request.ref()),
              key -> named(field, one, requestedBy));
      actions.add(alike.withRequest(request.priority(), json.write(request.parameters())));
    }
    return actions;
  }

  private NewAction named(String field, NamedRequest one, String requestedBy) {
    if (projects.findByName(one.project()).isEmpty()) {
      throw ProblemException.invalidField(field, "is not the name of a project");
    }
    return project(one.project(), one.request(), null, requestedBy);
  }

  /**
   * Plans a build of a parent image.
   *
   * @throws ProblemException when there is no such parent image
   */
  @Transactional
  NewAction parentImage(String name, @Nullable ActionId retryOf, String requestedBy) {
    ParentImage image =
        parentImages.findByName(name).orElseThrow(() -> notFound("there is no such parent image"));
    ScriptRevision revision = scripts.current(image.getScriptSetId());
    PlannedBuild planned =
        new PlannedBuild(
            new ActionData(
                "",
                "",
                Long.toString(image.getId()),
                image.getName(),
                "other",
                null,
                "parent-image-" + image.getId(),
                Long.toString(revision.id()),
                WireParts.versions(revision),
                null,
                WireParts.environment(image.getBuildEnvironment()),
                image.getCompileScript(),
                new Packaging(
                    image.getPackagingKind().wireKind().orElseThrow(),
                    image.getPackagingFile(),
                    "target",
                    WireParts.imageName(
                        image.getImageRegistry(), ImageNames.repository(image.getName())),
                    "",
                    Map.of(),
                    null),
                null,
                WireParts.limits(image.getBuildEnvironment(), image.getTimeoutSeconds(), logBytes),
                Map.of(),
                Map.of(),
                List.of()),
            new PlannedBuild.CredentialReferences(
                null,
                id(image.getImageRegistry()),
                id(image.getBuildEnvironment().getImageRegistry()),
                null,
                null),
            List.of());
    return action(
        ActionType.BUILD_PARENT_IMAGE,
        planned,
        revision,
        0,
        2,
        new ActionSubject(
            null,
            image.getId(),
            image.getName(),
            null,
            null,
            "{}",
            retryOf == null ? null : retryOf.value(),
            requestedBy));
  }

  private NewAction action(
      ActionType type,
      PlannedBuild planned,
      ScriptRevision revision,
      int priority,
      int maxAttempts,
      ActionSubject subject) {
    return new NewAction(
        type,
        priority,
        json.write(planned),
        revision.id(),
        planned.unrepeatableSteps(),
        maxAttempts,
        subject);
  }

  private record PlannedSource(Source source, @Nullable Long gitServerId) {}

  private PlannedSource source(Project project, CheckedRequest request) {
    String repository = project.getRepository();
    boolean wholeAddress = repository.contains("://");
    GitServer server = project.getGitServer();
    if (server == null) {
      server = gitServers.findDefault().orElse(null);
    }
    if (server == null && !wholeAddress) {
      throw new ProblemException(
          ProblemType.NO_DEFAULT_GIT_SERVER,
          "the project names no git server, and none is the default");
    }
    Source source =
        new Source(
            server == null ? "direct" : server.getName(),
            repository,
            server == null ? repository : server.urlOf(repository),
            request.ref(),
            null,
            null,
            project.isSubmodules());
    return new PlannedSource(source, server == null ? null : server.getId());
  }

  private @Nullable Packaging packaging(Project project, CheckedRequest request) {
    BuildConfiguration configuration = project.getBuildConfiguration();
    PackagingKind kind = configuration.getPackagingKind().wireKind().orElse(null);
    String file = configuration.getPackagingFile();
    if (kind == null || file == null) {
      return null;
    }
    BuildEnvironment own = configuration.getPackagingEnvironment();
    return new Packaging(
        kind,
        file,
        configuration.getPackagingContext().storedName(),
        WireParts.imageName(
            project.getImageRegistry(), ImageNames.repository(project.getName(), request.ref())),
        "",
        buildArgs(configuration),
        own == null ? null : WireParts.environment(own));
  }

  private Map<String, String> buildArgs(BuildConfiguration configuration) {
    ParentImage parent = configuration.getParentImage();
    if (parent == null) {
      return configuration.getBuildArgs();
    }
    ImageReport image =
        builds
            .newestImage(parent.getId())
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.PARENT_IMAGE_NOT_BUILT,
                        "build the parent image " + parent.getName() + " first"));
    Map<String, String> arguments = new LinkedHashMap<>(configuration.getBuildArgs());
    arguments.put(PARENT_IMAGE, image.reference());
    return arguments;
  }

  private static @Nullable Long packagingRegistry(BuildConfiguration configuration) {
    BuildEnvironment own = configuration.getPackagingEnvironment();
    return own == null ? null : id(own.getImageRegistry());
  }

  private static @Nullable Long id(@Nullable ImageRegistry registry) {
    return registry == null ? null : registry.getId();
  }

  private static ProblemException notFound(String detail) {
    return new ProblemException(ProblemType.NOT_FOUND, detail);
  }
}
