package org.laassoa.server.configuration.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.ConfigurationEntry;
import org.laassoa.server.configuration.buildconfiguration.BuildConfiguration;
import org.laassoa.server.configuration.gitserver.GitServer;
import org.laassoa.server.configuration.registry.ImageRegistry;

/** A repository and the configuration to build it with. */
@Entity
@Table(name = "projects")
public class Project extends ConfigurationEntry {
  @Enumerated(EnumType.STRING)
  @Column(name = "project_type", nullable = false)
  private ProjectType projectType = ProjectType.OTHER;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "git_server_id")
  private @Nullable GitServer gitServer;

  @Column(nullable = false)
  private String repository;

  @Column(nullable = false)
  private boolean submodules;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "build_configuration_id")
  private BuildConfiguration buildConfiguration;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "image_registry_id")
  private @Nullable ImageRegistry imageRegistry;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(nullable = false)
  private Map<String, String> variables = Map.of();

  @Column(name = "timeout_seconds", nullable = false)
  private long timeoutSeconds = 3600;

  @Column(name = "max_attempts", nullable = false)
  private int maxAttempts = 2;

  @Column(name = "max_concurrent")
  private @Nullable Integer maxConcurrent;

  @Column(name = "newest_only", nullable = false)
  private boolean newestOnly;

  @Column(name = "required_labels", nullable = false)
  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] requiredLabels = {};

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(nullable = false)
  private Triggers triggers = Triggers.NONE;

  @Column(name = "report_status", nullable = false)
  private boolean reportStatus;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(nullable = false)
  private List<ParameterDefinition> parameters = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(nullable = false)
  private List<DownstreamProject> downstream = List.of();

  @Column(name = "public_badge", nullable = false)
  private boolean publicBadge;

  @Column(name = "keep_builds")
  private @Nullable Integer keepBuilds;

  @Column(name = "keep_days")
  private @Nullable Integer keepDays;

  /** For Hibernate. */
  protected Project() {}

  Project(String name) {
    super(name);
  }

  void apply(ProjectRequest request, ReferredEntries referred) {
    projectType = request.projectType();
    gitServer = referred.gitServer();
    repository = request.repository();
    submodules = request.submodules();
    buildConfiguration = referred.buildConfiguration();
    imageRegistry = referred.imageRegistry();
    variables = new TreeMap<>(request.variables());
    timeoutSeconds = request.timeoutSeconds();
    maxAttempts = request.maxAttempts();
    maxConcurrent = request.maxConcurrent();
    newestOnly = request.newestOnly();
    requiredLabels = request.requiredLabels().stream().distinct().sorted().toArray(String[]::new);
    triggers = request.triggers();
    reportStatus = request.reportStatus();
    parameters = List.copyOf(request.parameters());
    downstream = List.copyOf(request.downstream());
    publicBadge = request.publicBadge();
    keepBuilds = request.keepBuilds();
    keepDays = request.keepDays();
  }

  /** What it is written in. */
  public ProjectType getProjectType() {
    return projectType;
  }

  /** Where its source is; null means on the default git server at the time of the build. */
  public @Nullable GitServer getGitServer() {
    return gitServer;
  }

  /** The repository's path on the git server, or its whole address. */
  public String getRepository() {
    return repository;
  }

  /** Whether submodules are checked out too. */
  public boolean isSubmodules() {
    return submodules;
  }

  /** How it is built. */
  public BuildConfiguration getBuildConfiguration() {
    return buildConfiguration;
  }

  /** Where its images are pushed to, or null: they stay on the agent's engine. */
  public @Nullable ImageRegistry getImageRegistry() {
    return imageRegistry;
  }

  /** Environment variables for the scripts, over those of the build configuration, by name. */
  public Map<String, String> getVariables() {
    return new TreeMap<>(variables);
  }

  /** Wall time of a build in seconds, 1 to 604800. */
  public long getTimeoutSeconds() {
    return timeoutSeconds;
  }

  /** How often a build is begun at most when agents get lost, 1 to 10. */
  public int getMaxAttempts() {
    return maxAttempts;
  }

  /** How many of its builds may be under way at once, 1 to 1000; null means any number. */
  public @Nullable Integer getMaxConcurrent() {
    return maxConcurrent;
  }

  /** Whether a queued build of a branch is cancelled when a newer one is enqueued. */
  public boolean isNewestOnly() {
    return newestOnly;
  }

  /** What of the repository's events is built. */
  public Triggers getTriggers() {
    return triggers;
  }

  /** Whether the git host is told the state of builds, at their commit. */
  public boolean isReportStatus() {
    return reportStatus;
  }

  /** What an agent must have to take its builds, sorted. */
  public List<String> getRequiredLabels() {
    return Arrays.asList(requiredLabels);
  }

  /** What its builds take; with any, a build may have no others. */
  public List<ParameterDefinition> getParameters() {
    return List.copyOf(parameters);
  }

  /** What is built when one of its builds has succeeded. */
  public List<DownstreamProject> getDownstream() {
    return List.copyOf(downstream);
  }

  /** Whether its badge is shown to people who have not signed in. */
  public boolean isPublicBadge() {
    return publicBadge;
  }

  /** How many of its newest ended builds are kept; null means by the settings. */
  public @Nullable Integer getKeepBuilds() {
    return keepBuilds;
  }

  /** For how many days its ended builds are kept; null means by the settings. */
  public @Nullable Integer getKeepDays() {
    return keepDays;
  }
}
