package org.laassoa.server.console.project;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen in the form of a project.
 *
 * @param gitServers the names of git servers
 * @param defaultGitServer the name of the default one, or null
 * @param configurations the names of build configurations
 * @param registries the names of image registries
 * @param projects the names of projects
 */
public record FormChoices(
    List<String> gitServers,
    @Nullable String defaultGitServer,
    List<String> configurations,
    List<String> registries,
    List<String> projects) {

  /** The name of the default git server, or an empty text. */
  public String defaultName() {
    return Optional.ofNullable(defaultGitServer).orElse("");
  }
}
