package org.laassoa.server.configuration.environment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laassoa.server.configuration.EntryKind;
import org.laassoa.server.configuration.Usage;
import org.laassoa.server.configuration.registry.ImageRegistryRepository;
import org.laassoa.server.problem.FieldErrors;

/** How build environments are checked, stored and shown. */
@ApplicationScoped
public class BuildEnvironments
    implements EntryKind<BuildEnvironment, BuildEnvironmentRequest, BuildEnvironmentView> {
  static final String PATH = "/api/build-environments";

  private final BuildEnvironmentRepository repository;
  private final ImageRegistryRepository registries;

  BuildEnvironments(BuildEnvironmentRepository repository, ImageRegistryRepository registries) {
    this.repository = repository;
    this.registries = registries;
  }

  @Override
  public String noun() {
    return "build environment";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public BuildEnvironmentRepository repository() {
    return repository;
  }

  @Override
  public Class<BuildEnvironmentRequest> requestType() {
    return BuildEnvironmentRequest.class;
  }

  @Override
  public BuildEnvironment create(String name) {
    return new BuildEnvironment(name);
  }

  @Override
  public void apply(BuildEnvironmentRequest request, BuildEnvironment environment) {
    FieldErrors errors = new FieldErrors();
    var registry = registries.referredTo(request.imageRegistry(), "image_registry", errors);
    errors.throwIfAny();
    environment.apply(request, registry);
  }

  @Override
  public BuildEnvironmentView view(BuildEnvironment environment) {
    return BuildEnvironmentView.of(environment);
  }

  @Override
  public Set<String> refersTo() {
    return Set.of("image_registries");
  }

  @Override
  public Map<String, String> filters() {
    return Map.of("image_registry", "imageRegistry.name");
  }

  @Override
  public List<Usage> usages() {
    return List.of(
        Usage.byReference("parent image", "parent_images", "build_environment_id"),
        Usage.byReference("build configuration", "build_configurations", "build_environment_id"),
        Usage.byReference(
            "build configuration", "build_configurations", "packaging_environment_id"));
  }
}
