package org.laassoa.server.configuration.project;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What git hosts say about repositories. */
public interface RepositoryDescriptions {

  /**
   * What its people wrote about a repository at its host; within seconds, and nothing where that
   * cannot be found out.
   *
   * @param gitServer the git server's name, or null for the default one
   * @param repository its path there, or a whole address
   */
  Optional<String> of(@Nullable String gitServer, String repository);
}
