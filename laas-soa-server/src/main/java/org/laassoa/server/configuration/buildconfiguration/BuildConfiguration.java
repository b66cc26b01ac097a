package org.laassoa.server.configuration.buildconfiguration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.ConfigurationEntry;
import org.laassoa.server.configuration.environment.BuildEnvironment;
import org.laassoa.server.configuration.parentimage.ParentImage;
import org.laassoa.server.configuration.script.PackagingMethod;

/** How projects are compiled and packaged. */
@Entity
@Table(name = "build_configurations")
public class BuildConfiguration extends ConfigurationEntry {
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "build_environment_id")
  private BuildEnvironment buildEnvironment;

  @Column(name = "script_set_id", nullable = false, updatable = false)
  private long scriptSetId;

  @Column(name = "compile_script")
  private @Nullable String compileScript;

  @Column(name = "compile_may_repeat", nullable = false)
  private boolean compileMayRepeat = true;

  @Enumerated(EnumType.STRING)
  @Column(name = "packaging_kind", nullable = false)
  private PackagingMethod packagingKind = PackagingMethod.NONE;

  @Column(name = "packaging_file")
  private @Nullable String packagingFile;

  @Enumerated(EnumType.STRING)
  @Column(name = "packaging_context", nullable = false)
  private PackagingContext packagingContext = PackagingContext.SOURCE;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "packaging_environment_id")
  private @Nullable BuildEnvironment packagingEnvironment;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "build_args", nullable = false)
  private Map<String, String> buildArgs = Map.of();

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "parent_image_id")
  private @Nullable ParentImage parentImage;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(nullable = false)
  private Map<String, String> variables = Map.of();

  @Column(name = "home_files_enc")
  private byte @Nullable [] homeFilesEnc;

  /** For Hibernate. */
  protected BuildConfiguration() {}

  BuildConfiguration(String name, long scriptSetId) {
    super(name);
    this.scriptSetId = scriptSetId;
  }

  void apply(BuildConfigurationRequest request, ReferredEntries referred) {
    buildEnvironment = referred.buildEnvironment();
    compileScript = request.compileScript();
    compileMayRepeat = request.compileMayRepeat();
    packagingKind = request.packaging().kind();
    packagingFile = request.packaging().file();
    packagingContext = request.packaging().context();
    packagingEnvironment = referred.packagingEnvironment();
    buildArgs = new TreeMap<>(request.buildArgs());
    parentImage = referred.parentImage();
    variables = new TreeMap<>(request.variables());
  }

  void setHomeFilesEnc(byte @Nullable [] homeFilesEnc) {
    this.homeFilesEnc = homeFilesEnc;
  }

  /** Where the compile script runs. */
  public BuildEnvironment getBuildEnvironment() {
    return buildEnvironment;
  }

  /** Its set of scripts. */
  public long getScriptSetId() {
    return scriptSetId;
  }

  /** The file to compile with, or null. */
  public @Nullable String getCompileScript() {
    return compileScript;
  }

  /** False where running the compile script twice does harm, such as a deploy. */
  public boolean isCompileMayRepeat() {
    return compileMayRepeat;
  }

  /** How the image is made, if one is. */
  public PackagingMethod getPackagingKind() {
    return packagingKind;
  }

  /** The Dockerfile or package script; null where no image is made. */
  public @Nullable String getPackagingFile() {
    return packagingFile;
  }

  /** The Dockerfile's context. */
  public PackagingContext getPackagingContext() {
    return packagingContext;
  }

  /** Where the package script runs; null means where the compile script does. */
  public @Nullable BuildEnvironment getPackagingEnvironment() {
    return packagingEnvironment;
  }

  /** The Dockerfile's build arguments, by name. */
  public Map<String, String> getBuildArgs() {
    return new TreeMap<>(buildArgs);
  }

  /** The image of our own that it builds on, or null. */
  public @Nullable ParentImage getParentImage() {
    return parentImage;
  }

  /** Environment variables for the scripts, by name. */
  public Map<String, String> getVariables() {
    return new TreeMap<>(variables);
  }

  /** The encrypted home files, or null; {@link BuildConfigurations#homeFiles} decrypts them. */
  byte @Nullable [] getHomeFilesEnc() {
    return homeFilesEnc;
  }
}
