package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.buildconfiguration.BuildConfigurationRepository;
import org.laassoa.server.configuration.buildconfiguration.BuildConfigurations;
import org.laassoa.server.configuration.gitserver.GitServer;
import org.laassoa.server.configuration.gitserver.GitServerRepository;
import org.laassoa.server.configuration.gitserver.GitServers;
import org.laassoa.server.configuration.registry.ImageRegistries;
import org.laassoa.server.configuration.registry.ImageRegistry;
import org.laassoa.server.configuration.registry.ImageRegistryRepository;
import org.laassoa.server.configuration.secret.BuildSecretValues;
import org.laassoa.server.configuration.secret.Secrets;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.Environment;
import org.laassoa.wire.Packaging;
import org.laassoa.wire.Registry;
import org.laassoa.wire.Source;

/** Looks up the secrets of a build at the moment it is handed to its owner, and not before. */
@ApplicationScoped
class BuildSecrets {
  /** What people see instead of a secret. */
  static final String MASKED = "***";

  private final GitServerRepository gitServerRepository;
  private final GitServers gitServers;
  private final ImageRegistryRepository registryRepository;
  private final ImageRegistries registries;
  private final BuildConfigurationRepository configurationRepository;
  private final BuildConfigurations configurations;
  private final Secrets secrets;

  BuildSecrets(
      GitServerRepository gitServerRepository,
      GitServers gitServers,
      ImageRegistryRepository registryRepository,
      ImageRegistries registries,
      BuildConfigurationRepository configurationRepository,
      BuildConfigurations configurations,
      Secrets secrets) {
    this.gitServerRepository = gitServerRepository;
    this.gitServers = gitServers;
    this.registryRepository = registryRepository;
    this.registries = registries;
    this.configurationRepository = configurationRepository;
    this.configurations = configurations;
    this.secrets = secrets;
  }

  /** A plan with the secrets that it refers to, as they are now. */
  @Transactional
  BuildData addTo(PlannedBuild planned) {
    return with(planned, true);
  }

  /** The same for people: passwords are missing, and home files say {@link #MASKED}. */
  @Transactional
  BuildData addMaskedTo(PlannedBuild planned) {
    return with(planned, false);
  }

  private BuildData with(PlannedBuild planned, boolean plain) {
    BuildData data = planned.data();
    PlannedBuild.CredentialReferences credentials = planned.credentials();
    return new BuildData(
        data.action(),
        data.actionId(),
        data.actionDataId(),
        data.project(),
        data.projectType(),
        data.type(),
        data.buildConfig(),
        data.buildConfigFileId(),
        data.buildConfigFileVersionList(),
        source(data.source(), credentials.gitServer(), plain),
        environment(data.environment(), credentials.environmentRegistry(), plain),
        data.compileScript(),
        packaging(data.packaging(), credentials.packagingRegistry(), plain),
        registry(credentials.registry(), plain),
        data.limits(),
        data.variables(),
        homeFiles(credentials.homeFiles(), plain),
        List.of(),
        planned.unrepeatableSteps(),
        null);
  }

  /** The secrets of a project's builds, named but not told. */
  @Transactional
  BuildSecretValues maskedOfProject(long projectId) {
    Map<String, String> variables = new TreeMap<>();
    Map<String, String> files = new TreeMap<>();
    secrets
        .namesOfProject(projectId)
        .forEach(
            (name, kind) -> {
              switch (kind) {
                case ENV -> variables.put(name, MASKED);
                case FILE -> files.put(name, MASKED);
              }
            });
    return new BuildSecretValues(variables, files);
  }

  /** The secrets that a plan's scripts get, as they are now. */
  @Transactional
  BuildSecretValues scriptSecrets(PlannedBuild planned) {
    Long project = planned.credentials().secretsOf();
    if (project != null) {
      return secrets.valuesOfProject(project);
    }
    return planned.data().source() == null
        ? secrets.valuesOfParentImages()
        : BuildSecretValues.NONE;
  }

  private @Nullable Source source(
      @Nullable Source planned, @Nullable Long gitServerId, boolean plain) {
    GitServer server = gitServerId == null ? null : gitServerRepository.findById(gitServerId);
    // A login goes nowhere but to the server that it is for.
    if (planned == null || server == null || !server.serves(planned.url())) {
      return planned;
    }
    return new Source(
        planned.gitServer(),
        planned.repository(),
        planned.url(),
        planned.ref(),
        server.getUsername(),
        plain ? gitServers.password(server).orElse(null) : null,
        planned.submodules());
  }

  private Environment environment(Environment planned, @Nullable Long registryId, boolean plain) {
    return new Environment(
        planned.name(),
        planned.image(),
        planned.recipe(),
        planned.pullPolicy(),
        planned.network(),
        registry(registryId, plain));
  }

  private @Nullable Packaging packaging(
      @Nullable Packaging planned, @Nullable Long registryId, boolean plain) {
    if (planned == null) {
      return null;
    }
    Environment own = planned.environment();
    return new Packaging(
        planned.kind(),
        planned.file(),
        planned.context(),
        planned.image(),
        planned.tag(),
        planned.buildArgs(),
        own == null ? null : environment(own, registryId, plain));
  }

  private @Nullable Registry registry(@Nullable Long registryId, boolean plain) {
    ImageRegistry registry = registryId == null ? null : registryRepository.findById(registryId);
    if (registry == null) {
      return null;
    }
    return new Registry(
        registry.host(),
        registry.getUsername(),
        plain ? registries.password(registry).orElse(null) : null);
  }

  private Map<String, String> homeFiles(@Nullable Long configurationId, boolean plain) {
    var configuration =
        configurationId == null ? null : configurationRepository.findById(configurationId);
    if (configuration == null) {
      return Map.of();
    }
    SortedMap<String, String> files = configurations.homeFiles(configuration);
    if (!plain) {
      files.replaceAll((path, content) -> MASKED);
    }
    return files;
  }
}
