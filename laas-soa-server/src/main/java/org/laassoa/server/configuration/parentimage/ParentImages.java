package org.laassoa.server.configuration.parentimage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.laassoa.server.configuration.EntryKind;
import org.laassoa.server.configuration.Usage;
import org.laassoa.server.configuration.environment.BuildEnvironmentRepository;
import org.laassoa.server.configuration.registry.ImageRegistryRepository;
import org.laassoa.server.configuration.script.PackagingMethod;
import org.laassoa.server.configuration.script.ScriptFiles;
import org.laassoa.server.configuration.script.ScriptSets;
import org.laassoa.server.problem.FieldErrors;

/** How parent images are checked, stored and shown. */
@ApplicationScoped
public class ParentImages implements EntryKind<ParentImage, ParentImageRequest, ParentImageView> {
  static final String PATH = "/api/parent-images";

  private final ParentImageRepository repository;
  private final BuildEnvironmentRepository environments;
  private final ImageRegistryRepository registries;
  private final ScriptSets scripts;

  ParentImages(
      ParentImageRepository repository,
      BuildEnvironmentRepository environments,
      ImageRegistryRepository registries,
      ScriptSets scripts) {
    this.repository = repository;
    this.environments = environments;
    this.registries = registries;
    this.scripts = scripts;
  }

  @Override
  public String noun() {
    return "parent image";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public ParentImageRepository repository() {
    return repository;
  }

  @Override
  public Class<ParentImageRequest> requestType() {
    return ParentImageRequest.class;
  }

  @Override
  public ParentImage create(String name) {
    return new ParentImage(name, scripts.create());
  }

  @Override
  public void check(ParentImageRequest request, FieldErrors errors) {
    var files = request.files().keySet();
    ScriptFiles.requireAmong(files, request.compileScript(), "compile_script", errors);
    ScriptFiles.requireAmong(files, request.packaging().file(), "packaging.file", errors);
    errors.require(
        request.packaging().kind() != PackagingMethod.NONE,
        "packaging.kind",
        "must be one of dockerfile, script");
  }

  @Override
  public void apply(ParentImageRequest request, ParentImage image) {
    FieldErrors errors = new FieldErrors();
    var environment =
        environments.referredTo(request.buildEnvironment(), "build_environment", errors);
    var registry = registries.referredTo(request.imageRegistry(), "image_registry", errors);
    errors.throwIfAny();
    image.apply(request, Objects.requireNonNull(environment), registry);
    scripts.replace(image.getScriptSetId(), request.files());
  }

  @Override
  public ParentImageView view(ParentImage image) {
    return ParentImageView.of(image, scripts.files(image.getScriptSetId()));
  }

  @Override
  public ParentImageView summary(ParentImage image) {
    return ParentImageView.of(image, scripts.versions(image.getScriptSetId()));
  }

  @Override
  public Set<String> refersTo() {
    return Set.of("build_environments", "image_registries");
  }

  @Override
  public Map<String, String> filters() {
    return Map.of(
        "build_environment", "buildEnvironment.name", "image_registry", "imageRegistry.name");
  }

  @Override
  public ObjectNode asRequest(ObjectNode view) {
    return ScriptFiles.contentsOnly(view);
  }

  @Override
  public List<Usage> usages() {
    return List.of(
        Usage.byReference("build configuration", "build_configurations", "parent_image_id"),
        Usage.byUnfinishedBuild("parent_image_id"));
  }

  @Override
  public void afterDelete(ParentImage image) {
    scripts.delete(image.getScriptSetId());
  }
}
