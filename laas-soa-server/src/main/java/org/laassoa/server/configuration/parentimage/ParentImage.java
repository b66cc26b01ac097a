package org.laassoa.server.configuration.parentimage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.ConfigurationEntry;
import org.laassoa.server.configuration.environment.BuildEnvironment;
import org.laassoa.server.configuration.registry.ImageRegistry;
import org.laassoa.server.configuration.script.PackagingMethod;

/** An image that the service makes itself, for others to build on. */
@Entity
@Table(name = "parent_images")
public class ParentImage extends ConfigurationEntry {
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "build_environment_id")
  private BuildEnvironment buildEnvironment;

  @Column(name = "script_set_id", nullable = false, updatable = false)
  private long scriptSetId;

  @Column(name = "compile_script")
  private @Nullable String compileScript;

  @Enumerated(EnumType.STRING)
  @Column(name = "packaging_kind", nullable = false)
  private PackagingMethod packagingKind = PackagingMethod.DOCKERFILE;

  @Column(name = "packaging_file", nullable = false)
  private String packagingFile = "Dockerfile";

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "image_registry_id")
  private @Nullable ImageRegistry imageRegistry;

  @Column(name = "timeout_seconds", nullable = false)
  private long timeoutSeconds = 3600;

  /** For Hibernate. */
  protected ParentImage() {}

  ParentImage(String name, long scriptSetId) {
    super(name);
    this.scriptSetId = scriptSetId;
  }

  void apply(
      ParentImageRequest request, BuildEnvironment environment, @Nullable ImageRegistry registry) {
    buildEnvironment = environment;
    compileScript = request.compileScript();
    packagingKind = request.packaging().kind();
    packagingFile = request.packaging().file();
    imageRegistry = registry;
    timeoutSeconds = request.timeoutSeconds();
  }

  /** Where its compile script runs. */
  public BuildEnvironment getBuildEnvironment() {
    return buildEnvironment;
  }

  /** Its set of scripts. */
  public long getScriptSetId() {
    return scriptSetId;
  }

  /** The name of the script that runs first, or null. */
  public @Nullable String getCompileScript() {
    return compileScript;
  }

  /** From a Dockerfile or by a script; never none. */
  public PackagingMethod getPackagingKind() {
    return packagingKind;
  }

  /** Which of the files the Dockerfile or package script is. */
  public String getPackagingFile() {
    return packagingFile;
  }

  /** Where the image is pushed to, or null: it then stays on the agent's engine. */
  public @Nullable ImageRegistry getImageRegistry() {
    return imageRegistry;
  }

  /** Wall time of a build in seconds, 1 to 604800. */
  public long getTimeoutSeconds() {
    return timeoutSeconds;
  }
}
