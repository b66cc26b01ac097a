package org.laassoa.server.build;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.BuildData;

/**
 * What an action's payload holds: all that was decided when the build was enqueued. Secrets are not
 * among it; they are looked up when the action is handed out.
 *
 * @param data what the agent will get, still without the action's number and without secrets
 * @param credentials where the secrets are
 * @param unrepeatableSteps the steps that must not run twice when an agent is lost
 */
@JsonNaming(SnakeCaseStrategy.class)
record PlannedBuild(
    BuildData data, CredentialReferences credentials, List<String> unrepeatableSteps) {

  /**
   * Where the secrets of a build are, by the numbers of the entries that hold them.
   *
   * @param gitServer the git server, or null
   * @param registry the registry that the image goes to, or null
   * @param environmentRegistry the registry that the environment's image comes from, or null
   * @param packagingRegistry the same for the packaging's own environment, or null
   * @param homeFiles the build configuration with files for the home directory, or null
   * @param secretsOf the project whose secrets the scripts get; null for a parent image
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CredentialReferences(
      @Nullable Long gitServer,
      @Nullable Long registry,
      @Nullable Long environmentRegistry,
      @Nullable Long packagingRegistry,
      @Nullable Long homeFiles,
      @Nullable Long secretsOf) {}
}
