package org.laassoa.server.configuration.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.laassoa.server.configuration.EntryKind;
import org.laassoa.server.configuration.Usage;
import org.laassoa.server.configuration.buildconfiguration.BuildConfigurationRepository;
import org.laassoa.server.configuration.gitserver.GitServerRepository;
import org.laassoa.server.configuration.input.RelativePath;
import org.laassoa.server.configuration.input.WebAddress;
import org.laassoa.server.configuration.registry.ImageRegistryRepository;
import org.laassoa.server.outbound.AddressPolicy;
import org.laassoa.server.problem.FieldErrors;

/** How projects are checked, stored and shown. */
@ApplicationScoped
public class Projects implements EntryKind<Project, ProjectRequest, ProjectView> {
  static final String PATH = "/api/projects";

  private static final String UPSTREAM =
      """
      SELECT DISTINCT upstream.name
      FROM projects AS upstream CROSS JOIN LATERAL jsonb_array_elements(upstream.downstream) AS next
      WHERE next ->> 'project' = (SELECT name FROM projects WHERE id = :id)
      ORDER BY upstream.name
      """;

  private static final String WEBHOOKS =
      """
      SELECT name FROM webhooks
      WHERE (SELECT name FROM projects WHERE id = :id) = ANY (projects)
      ORDER BY name
      """;

  private final ProjectRepository repository;
  private final GitServerRepository gitServers;
  private final BuildConfigurationRepository configurations;
  private final ImageRegistryRepository registries;
  private final AddressPolicy addresses;
  private final RepositoryDescriptions descriptions;
  private final VisibleProjects visible;

  Projects(
      ProjectRepository repository,
      GitServerRepository gitServers,
      BuildConfigurationRepository configurations,
      ImageRegistryRepository registries,
      AddressPolicy addresses,
      RepositoryDescriptions descriptions,
      VisibleProjects visible) {
    this.visible = visible;
    this.repository = repository;
    this.addresses = addresses;
    this.descriptions = descriptions;
    this.gitServers = gitServers;
    this.configurations = configurations;
    this.registries = registries;
  }

  @Override
  public String noun() {
    return "project";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public ProjectRepository repository() {
    return repository;
  }

  @Override
  public Class<ProjectRequest> requestType() {
    return ProjectRequest.class;
  }

  @Override
  public Project create(String name) {
    return new Project(name);
  }

  @Override
  public void check(ProjectRequest request, FieldErrors errors) {
    String repository = request.repository();
    if (repository.contains("://")) {
      WebAddress.complaint(repository).ifPresent(complaint -> errors.add("repository", complaint));
      errors.require(!addresses.forbidsHostOf(repository), "repository", AddressPolicy.COMPLAINT);
    } else {
      errors.require(
          RelativePath.isSafe(repository, 300) && !repository.matches(".*[@:?#].*"),
          "repository",
          "must be a path below the git server's address, without '..', or a whole address");
    }
    ProjectFollowUps.checkParameters(request.parameters(), errors);
  }

  /** A new project that nobody describes is described as its repository is. */
  @Override
  public ProjectRequest completed(ProjectRequest request) {
    return request.description().isEmpty()
        ? descriptions
            .of(request.gitServer(), request.repository())
            .map(request::described)
            .orElse(request)
        : request;
  }

  @Override
  public void apply(ProjectRequest request, Project project) {
    FieldErrors errors = new FieldErrors();
    var gitServer = gitServers.referredTo(request.gitServer(), "git_server", errors);
    var configuration =
        configurations.referredTo(request.buildConfiguration(), "build_configuration", errors);
    var registry = registries.referredTo(request.imageRegistry(), "image_registry", errors);
    new ProjectFollowUps(repository, visible)
        .checkDownstream(project, request.downstream(), errors);
    errors.throwIfAny();
    project.apply(
        request, new ReferredEntries(gitServer, Objects.requireNonNull(configuration), registry));
  }

  @Override
  public ProjectView view(Project project) {
    return ProjectView.of(project);
  }

  @Override
  public Set<String> refersTo() {
    return Set.of("git_servers", "build_configurations", "image_registries");
  }

  @Override
  public Set<String> refersToOwn(ObjectNode request) {
    return request
        .path("downstream")
        .valueStream()
        .map(next -> next.path("project").asText())
        .collect(Collectors.toSet());
  }

  @Override
  public Map<String, String> filters() {
    return Map.of(
        "git_server",
        "gitServer.name",
        "build_configuration",
        "buildConfiguration.name",
        "image_registry",
        "imageRegistry.name",
        "project_type",
        "projectType");
  }

  @Override
  public List<Usage> usages() {
    return List.of(
        Usage.byUnfinishedBuild("project_id"),
        new Usage("project", UPSTREAM),
        new Usage("webhook", WEBHOOKS));
  }
}
