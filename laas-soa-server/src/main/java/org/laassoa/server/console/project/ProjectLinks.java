package org.laassoa.server.console.project;

import org.jspecify.annotations.Nullable;

/**
 * Where a project is to be found elsewhere.
 *
 * @param repository the page of its repository, or null where none is known
 * @param refs where its git host tells of branches and tags, or null where it does not
 * @param badge the Markdown that shows its badge
 */
public record ProjectLinks(@Nullable String repository, @Nullable Refs refs, String badge) {

  /**
   * Where branches and tags are asked for.
   *
   * @param branches the address in the API
   * @param tags the address in the API
   */
  public record Refs(String branches, String tags) {}
}
