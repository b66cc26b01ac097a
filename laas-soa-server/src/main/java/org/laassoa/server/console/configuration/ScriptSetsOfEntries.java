package org.laassoa.server.console.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laassoa.server.configuration.buildconfiguration.BuildConfiguration;
import org.laassoa.server.configuration.buildconfiguration.BuildConfigurationRepository;
import org.laassoa.server.configuration.parentimage.ParentImage;
import org.laassoa.server.configuration.parentimage.ParentImageRepository;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** Finds the scripts of the entries that have some. */
@ApplicationScoped
class ScriptSetsOfEntries {

  private final BuildConfigurationRepository configurations;
  private final ParentImageRepository images;

  ScriptSetsOfEntries(BuildConfigurationRepository configurations, ParentImageRepository images) {
    this.configurations = configurations;
    this.images = images;
  }

  /**
   * The number of an entry's set of scripts.
   *
   * @throws ProblemException when there is no such entry
   */
  long of(Section section, String name) {
    Optional<Long> set =
        switch (section) {
          case BUILD_CONFIGURATIONS ->
              configurations.findByName(name).map(BuildConfiguration::getScriptSetId);
          case PARENT_IMAGES -> images.findByName(name).map(ParentImage::getScriptSetId);
          case GIT_SERVERS, REGISTRIES, ENVIRONMENTS, WEBHOOKS, SECRETS, CAPABILITY_RULES ->
              Optional.empty();
        };
    return set.orElseThrow(
        () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such page."));
  }
}
