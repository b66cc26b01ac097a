package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.action.ActionSubject;
import org.laassoa.server.action.Lane;
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
import org.laassoa.server.configuration.secret.Secrets;
import org.laassoa.server.database.Json;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.wire.ActionType;
import org.laassoa.wire.BuildData;
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
  private final Secrets secrets;
  private final BuildStore builds;
  private final Json json;
  private final long logBytes;

  BuildPlanner(
      ProjectRepository projects,
      ParentImageRepository parentImages,
      GitServerRepository gitServers,
      ScriptSets scripts,
      Secrets secrets,
      BuildStore builds,
      Json json,
      LaasConfig config) {
    this.projects = projects;
    this.parentImages = parentImages;
    this.gitServers = gitServers;
    this.scripts = scripts;
    this.secrets = secrets;
    this.builds = builds;
    this.json = json;
    this.logBytes = config.limits().logBytes() - OWN_LINES;
  }

  /**
   * A build of a project that is planned.
   *
   * @param action what is enqueued, without what each request says for itself
   * @param secretNames the secrets that its scripts get: no parameter may have their names
   */
  record PlannedAction(NewAction action, Set<String> secretNames) {}

  /**
   * Plans a build of a project.
   *
   * @throws ProblemException when there is no such project, or something that it needs is missing
   */
  @Transactional
  PlannedAction project(String name, String type, String ref) {
    Project project =
        projects.findByName(name).orElseThrow(() -> notFound("there is no such project"));
    BuildConfiguration configuration = project.getBuildConfiguration();
    ScriptRevision revision = scripts.current(configuration.getScriptSetId());
    PlannedBuild planned = planned(project, configuration, revision, type, ref);
    NewAction action =
        action(
            Lane.requiring(ActionType.BUILD, project.getRequiredLabels()),
            planned,
            revision,
            project.getMaxAttempts(),
            new ActionSubject(
                project.getId(), null, project.getName(), type, ref, "{}", null, "", null));
    return new PlannedAction(action, Set.copyOf(secrets.namesOfProject(project.getId()).keySet()));
  }

  /**
   * What a build of a project does with that build configuration, in the caller's transaction.
   *
   * @throws ProblemException when something that it needs is missing
   */
  PlannedBuild planned(Project project, BuildConfiguration configuration, String type, String ref) {
    return planned(
        project, configuration, scripts.current(configuration.getScriptSetId()), type, ref);
  }

  /** The revision is read once: what the plan names is what the action pins. */
  private PlannedBuild planned(
      Project project,
      BuildConfiguration configuration,
      ScriptRevision revision,
      String type,
      String ref) {
    PlannedSource source = source(project, ref);
    Map<String, String> variables = new LinkedHashMap<>(configuration.getVariables());
    variables.putAll(project.getVariables());
    return new PlannedBuild(
        new BuildData(
            "",
            "",
            Long.toString(project.getId()),
            project.getName(),
            project.getProjectType().storedName(),
            type,
            "build-configuration-" + configuration.getId(),
            Long.toString(revision.id()),
            WireParts.versions(revision),
            source.source(),
            configuration.getBuildEnvironment().wire(),
            configuration.getCompileScript(),
            packaging(project, configuration, ref),
            null,
            WireParts.limits(
                configuration.getBuildEnvironment(), project.getTimeoutSeconds(), logBytes),
            variables,
            Map.of(),
            List.of(),
            null,
            null),
        new PlannedBuild.CredentialReferences(
            source.gitServerId(),
            id(project.getImageRegistry()),
            id(configuration.getBuildEnvironment().getImageRegistry()),
            packagingRegistry(configuration),
            configuration.getId(),
            project.getId()),
        configuration.isCompileMayRepeat() ? List.of() : List.of(StepName.COMPILE.wireName()));
  }

  /**
   * Plans a build of a parent image, without what each request says for itself.
   *
   * @throws ProblemException when there is no such parent image
   */
  @Transactional
  NewAction parentImage(String name) {
    ParentImage image =
        parentImages.findByName(name).orElseThrow(() -> notFound("there is no such parent image"));
    ScriptRevision revision = scripts.current(image.getScriptSetId());
    PlannedBuild planned =
        new PlannedBuild(
            new BuildData(
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
                image.getBuildEnvironment().wire(),
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
                List.of(),
                null,
                null),
            new PlannedBuild.CredentialReferences(
                null,
                id(image.getImageRegistry()),
                id(image.getBuildEnvironment().getImageRegistry()),
                null,
                null,
                null),
            List.of());
    return action(
        Lane.open(ActionType.BUILD_PARENT_IMAGE),
        planned,
        revision,
        2,
        new ActionSubject(null, image.getId(), image.getName(), null, null, "{}", null, "", null));
  }

  private NewAction action(
      Lane lane,
      PlannedBuild planned,
      ScriptRevision revision,
      int maxAttempts,
      ActionSubject subject) {
    return new NewAction(
        lane,
        0,
        json.write(planned),
        revision.id(),
        planned.unrepeatableSteps(),
        maxAttempts,
        subject);
  }

  private record PlannedSource(Source source, @Nullable Long gitServerId) {}

  private PlannedSource source(Project project, String ref) {
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
            ref,
            null,
            null,
            project.isSubmodules());
    return new PlannedSource(source, server == null ? null : server.getId());
  }

  private @Nullable Packaging packaging(
      Project project, BuildConfiguration configuration, String ref) {
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
            project.getImageRegistry(), ImageNames.repository(project.getName(), ref)),
        "",
        buildArgs(configuration),
        own == null ? null : own.wire());
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
                        Message.of("build the parent image %s first", parent.getName())));
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
