package org.laassoa.server.configuration.buildconfiguration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.laassoa.server.configuration.EntryKind;
import org.laassoa.server.configuration.Usage;
import org.laassoa.server.configuration.environment.BuildEnvironmentRepository;
import org.laassoa.server.configuration.input.RelativePath;
import org.laassoa.server.configuration.parentimage.ParentImageRepository;
import org.laassoa.server.configuration.script.ScriptFiles;
import org.laassoa.server.configuration.script.ScriptSets;
import org.laassoa.server.configuration.script.VersionedFile;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.secret.SecretCipher;

/** How build configurations are checked, stored and shown. */
@ApplicationScoped
public class BuildConfigurations
    implements EntryKind<BuildConfiguration, BuildConfigurationRequest, BuildConfigurationView> {
  static final String PATH = "/api/build-configurations";

  private final BuildConfigurationRepository repository;
  private final BuildEnvironmentRepository environments;
  private final ParentImageRepository parentImages;
  private final ScriptSets scripts;
  private final HomeFiles homeFiles;

  BuildConfigurations(
      BuildConfigurationRepository repository,
      BuildEnvironmentRepository environments,
      ParentImageRepository parentImages,
      ScriptSets scripts,
      SecretCipher cipher) {
    this.repository = repository;
    this.environments = environments;
    this.parentImages = parentImages;
    this.scripts = scripts;
    this.homeFiles = new HomeFiles(cipher);
  }

  /** The files for the home directory in plain text, path below it to content. */
  public SortedMap<String, String> homeFiles(BuildConfiguration configuration) {
    return homeFiles.decrypt(configuration.getHomeFilesEnc(), configuration.getName());
  }

  @Override
  public String noun() {
    return "build configuration";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public BuildConfigurationRepository repository() {
    return repository;
  }

  @Override
  public Class<BuildConfigurationRequest> requestType() {
    return BuildConfigurationRequest.class;
  }

  @Override
  public BuildConfiguration create(String name) {
    return new BuildConfiguration(name, scripts.create());
  }

  @Override
  public void check(BuildConfigurationRequest request, FieldErrors errors) {
    ScriptFiles.requireAmong(
        request.files().keySet(), request.compileScript(), "compile_script", errors);
    HomeFiles.check(request.homeFiles(), errors);
    String file = request.packaging().file();
    switch (request.packaging().kind()) {
      case NONE ->
          errors.require(file == null, "packaging.file", "must be missing where no image is made");
      case SCRIPT -> {
        errors.require(file != null, "packaging.file", "is missing");
        ScriptFiles.requireAmong(request.files().keySet(), file, "packaging.file", errors);
      }
      case DOCKERFILE ->
          errors.require(
              file != null && RelativePath.isSafe(file, 200),
              "packaging.file",
              "must be one of the files, or the Dockerfile's relative path in the source");
    }
  }

  @Override
  public void apply(BuildConfigurationRequest request, BuildConfiguration configuration) {
    configuration.apply(request, referred(request));
    configuration.setHomeFilesEnc(
        homeFiles.changed(
            request.homeFiles(), configuration.getHomeFilesEnc(), configuration.getName()));
    scripts.replace(configuration.getScriptSetId(), request.files());
  }

  private ReferredEntries referred(BuildConfigurationRequest request) {
    FieldErrors errors = new FieldErrors();
    var environment =
        environments.referredTo(request.buildEnvironment(), "build_environment", errors);
    var packaging =
        environments.referredTo(
            request.packaging().buildEnvironment(), "packaging.build_environment", errors);
    var parentImage = parentImages.referredTo(request.parentImage(), "parent_image", errors);
    errors.throwIfAny();
    return new ReferredEntries(Objects.requireNonNull(environment), packaging, parentImage);
  }

  @Override
  public BuildConfigurationView view(BuildConfiguration configuration) {
    return view(configuration, scripts.files(configuration.getScriptSetId()));
  }

  @Override
  public BuildConfigurationView summary(BuildConfiguration configuration) {
    return view(configuration, scripts.versions(configuration.getScriptSetId()));
  }

  private BuildConfigurationView view(
      BuildConfiguration configuration, SortedMap<String, VersionedFile> files) {
    return BuildConfigurationView.of(
        configuration, files, List.copyOf(homeFiles(configuration).keySet()));
  }

  @Override
  public Set<String> refersTo() {
    return Set.of("build_environments", "parent_images");
  }

  @Override
  public Map<String, String> filters() {
    return Map.of("build_environment", "buildEnvironment.name", "parent_image", "parentImage.name");
  }

  @Override
  public ObjectNode asRequest(ObjectNode view) {
    return ScriptFiles.contentsOnly(view);
  }

  @Override
  public List<Usage> usages() {
    return List.of(Usage.byReference("project", "projects", "build_configuration_id"));
  }

  @Override
  public void afterDelete(BuildConfiguration configuration) {
    scripts.delete(configuration.getScriptSetId());
  }
}
