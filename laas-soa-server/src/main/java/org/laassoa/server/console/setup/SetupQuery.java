package org.laassoa.server.console.setup;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Where in the first set-up somebody is, as in the address. */
public class SetupQuery {
  @QueryParam("step")
  @Nullable String step;

  /** How an agent is added: {@code machine}, or by hand. */
  @QueryParam("way")
  @Nullable String way;

  /** The build configuration that was picked. */
  @QueryParam("configuration")
  @Nullable String configuration;

  /** The project to build. */
  @QueryParam("project")
  @Nullable String project;
}
